using UlmEdge.Devices.Particulates;
using UlmEdge.Devices.Serial;
using UlmEdge.Ports;

namespace UlmEdge.Devices.Sds011
{
    /// <summary>A Nova SDS011: PM2.5 and PM10 as the trimmed mean of five seconds, after fifteen in which its fan runs.</summary>
    /// <remarks>
    /// In between it sleeps: its laser lives for some 8000 hours, which is eleven months without sleep and nine years at 145 seconds of
    /// interval with it. That is what the airRohr firmware does, too.
    /// </remarks>
    public sealed class Sds011Sensor : ISensor
    {
        private const int BaudRate = 9_600;
        private const int WarmUpMs = 15_000;
        private const int WindowMs = 5_000;
        private const int LookMs = 1_000;
        private const int AnswerMs = 60;
        private const int TenthsMax = 9_999;

        private readonly SerialLink _link;
        private readonly Sds011Scanner _scanner = new Sds011Scanner();
        private readonly ParticulateRun _run = new ParticulateRun(WarmUpMs, WindowMs, new[] { TenthsMax, TenthsMax });
        private readonly byte[] _work = Sds011Command.Work();
        private readonly byte[] _sleep = Sds011Command.Sleep();
        private readonly byte[] _reportActively = Sds011Command.ReportActively();
        private bool _isToldToReport;

        /// <summary>A sensor at a port; nothing is sent yet.</summary>
        public Sds011Sensor(string portName)
        {
            _link = new SerialLink(portName, BaudRate);
        }

        /// <inheritdoc/>
        public string Name => "sds011";

        /// <inheritdoc/>
        public Quantity[] Quantities { get; } = { Quantity.Pm25, Quantity.Pm10 };

        /// <inheritdoc/>
        public int LeadMs => _run.LengthMs;

        /// <inheritdoc/>
        public int Begin(long uptimeMs)
        {
            _run.Begin(uptimeMs);
            _scanner.Restart();
            _link.Drain();
            _isToldToReport = false;
            return _link.TryWrite(_work) ? AnswerMs : LookMs;
        }

        /// <inheritdoc/>
        public int Collect(long uptimeMs, Reading[] readings, int offset)
        {
            // One command after the other: it does not hear a second one while it answers.
            if (!_isToldToReport)
            {
                _isToldToReport = true;
                _link.TryWrite(_reportActively);
                return AnswerMs;
            }

            Take(uptimeMs);
            if (!_run.IsOver(uptimeMs))
            {
                return LookMs;
            }

            // It answers commands, but sends no values.
            if (!_run.Finish(readings, offset, Absence.Frozen))
            {
                _link.Close();
            }

            _link.TryWrite(_sleep);
            return 0;
        }

        private void Take(long uptimeMs)
        {
            for (int taken = 0; taken < SerialLink.BytesPerLook; taken++)
            {
                int value = _link.Take();
                if (value < 0)
                {
                    return;
                }

                _run.Hear();
                if (!_scanner.Take((byte)value))
                {
                    continue;
                }

                _run.HearFrame();
                if (_scanner.HasValues && _run.IsOpen(uptimeMs))
                {
                    _run.Add(0, _scanner.Pm25Tenths);
                    _run.Add(1, _scanner.Pm10Tenths);
                }
            }
        }
    }
}
