using UlmEdge.Devices.Particulates;
using UlmEdge.Ports;

namespace UlmEdge.Devices.Pms
{
    /// <summary>A Plantower PMS5003 or PMS7003: the trimmed mean of ten seconds, after thirty in which its fan runs.</summary>
    /// <remarks>It sends whole micrograms, every 2.3 seconds in steady air, faster when the air changes. In between it sleeps.</remarks>
    public sealed class PmsSensor : SerialParticulateSensor
    {
        // Manual: stable data 30 seconds after it was woken.
        private const int WarmUpMs = 30_000;
        private const int WindowMs = 10_000;
        private const int TenthsPerMicrogram = 10;
        private const int TenthsMax = 10_000;

        private readonly PmsScanner _scanner;

        /// <summary>A sensor at a port; nothing is sent yet.</summary>
        public PmsSensor(string portName)
            : this(portName, new PmsScanner())
        {
        }

        private PmsSensor(string portName, PmsScanner scanner)
            : base(
                portName,
                scanner,
                new ParticulateRun(WarmUpMs, WindowMs, new[] { TenthsMax, TenthsMax, TenthsMax }),
                new byte[] { 0x42, 0x4D, 0xE4, 0x00, 0x01, 0x01, 0x74 },
                new byte[] { 0x42, 0x4D, 0xE1, 0x00, 0x01, 0x01, 0x71 },
                new byte[] { 0x42, 0x4D, 0xE4, 0x00, 0x00, 0x01, 0x73 })
        {
            _scanner = scanner;
        }

        /// <inheritdoc/>
        public override string Name => "pms5003";

        /// <inheritdoc/>
        public override Quantity[] Quantities { get; } = { Quantity.Pm1, Quantity.Pm25, Quantity.Pm10 };

        /// <inheritdoc/>
        protected override void AddValues()
        {
            for (int i = 0; i < Quantities.Length && _scanner.Error == 0; i++)
            {
                Run.Add(i, TenthsPerMicrogram * _scanner.Micrograms(i));
            }
        }
    }
}
