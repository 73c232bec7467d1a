using UlmEdge.Devices.Particulates;
using UlmEdge.Devices.Serial;
using UlmEdge.Ports;

namespace UlmEdge.Devices.Pms
{
    /// <summary>A Plantower PMS5003 or PMS7003: the trimmed mean of ten seconds, after thirty in which its fan runs.</summary>
    /// <remarks>It sends whole micrograms, every 2.3 seconds in steady air, faster when the air changes. In between it sleeps.</remarks>
    public sealed class PmsSensor : ISensor
    {
        private const int BaudRate = 9_600;

        // Manual: stable data 30 seconds after it was woken.
        private const int WarmUpMs = 30_000;
        private const int WindowMs = 10_000;
        private const int LookMs = 1_000;
        private const int AnswerMs = 60;
        private const int TenthsPerMicrogram = 10;
        private const int TenthsMax = 10_000;

        private readonly SerialLink _link;
        private readonly PmsScanner _scanner = new PmsScanner();
        private readonly ParticulateRun _run = new ParticulateRun(WarmUpMs, WindowMs, new[] { TenthsMax, TenthsMax, TenthsMax });
        private readonly byte[] _wake = { 0x42, 0x4D, 0xE4, 0x00, 0x01, 0x01, 0x74 };
        private readonly byte[] _sendByItself = { 0x42, 0x4D, 0xE1, 0x00, 0x01, 0x01, 0x71 };
        private readonly byte[] _sleep = { 0x42, 0x4D, 0xE4, 0x00, 0x00, 0x01, 0x73 };
        private bool _isToldToSend;

        /// <summary>A sensor at a port; nothing is sent yet.</summary>
        public PmsSensor(string portName)
        {
            _link = new SerialLink(portName, BaudRate);
        }

        /// <inheritdoc/>
        public string Name => "pms5003";

        /// <inheritdoc/>
        public Quantity[] Quantities { get; } = { Quantity.Pm1, Quantity.Pm25, Quantity.Pm10 };

        /// <inheritdoc/>
        public int LeadMs => _run.LengthMs;

        /// <inheritdoc/>
        public int Begin(long uptimeMs)
        {
            _run.Begin(uptimeMs);
            _scanner.Restart();
            _link.Drain();
            _isToldToSend = false;
            return _link.TryWrite(_wake) ? AnswerMs : LookMs;
        }

        /// <inheritdoc/>
        public int Collect(long uptimeMs, Reading[] readings, int offset)
        {
            if (!_isToldToSend)
            {
                _isToldToSend = true;
                _link.TryWrite(_sendByItself);
                return AnswerMs;
            }

            Take(uptimeMs);
            if (!_run.IsOver(uptimeMs))
            {
                return LookMs;
            }

            // Frames, but all with an error code: fan, laser or light sensor.
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
                for (int i = 0; i < Quantities.Length && _scanner.Error == 0 && _run.IsOpen(uptimeMs); i++)
                {
                    _run.Add(i, TenthsPerMicrogram * _scanner.Micrograms(i));
                }
            }
        }
    }
}
