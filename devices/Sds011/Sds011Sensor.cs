using UlmEdge.Devices.Particulates;
using UlmEdge.Ports;

namespace UlmEdge.Devices.Sds011
{
    /// <summary>A Nova SDS011: PM2.5 and PM10 as the trimmed mean of five seconds, after fifteen in which its fan runs.</summary>
    /// <remarks>
    /// In between it sleeps: its laser lives for some 8000 hours, which is eleven months without sleep, and six and a half years with
    /// it at an interval of 145 seconds. That is what the airRohr firmware does, too.
    /// </remarks>
    public sealed class Sds011Sensor : SerialParticulateSensor
    {
        private const int WarmUpMs = 15_000;
        private const int WindowMs = 5_000;
        private const int TenthsMax = 9_999;

        private readonly Sds011Scanner _scanner;

        /// <summary>A sensor at a port; nothing is sent yet.</summary>
        public Sds011Sensor(string portName)
            : this(portName, new Sds011Scanner())
        {
        }

        private Sds011Sensor(string portName, Sds011Scanner scanner)
            : base(
                portName,
                scanner,
                new ParticulateRun(WarmUpMs, WindowMs, new[] { TenthsMax, TenthsMax }),
                Sds011Command.Work(),
                Sds011Command.ReportActively(),
                Sds011Command.Sleep())
        {
            _scanner = scanner;
        }

        /// <inheritdoc/>
        public override string Name => "sds011";

        /// <inheritdoc/>
        public override Quantity[] Quantities { get; } = { Quantity.Pm25, Quantity.Pm10 };

        /// <inheritdoc/>
        protected override void AddValues()
        {
            if (_scanner.HasValues)
            {
                Run.Add(0, _scanner.Pm25Tenths);
                Run.Add(1, _scanner.Pm10Tenths);
            }
        }
    }
}
