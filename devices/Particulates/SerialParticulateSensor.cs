using UlmEdge.Devices.Serial;
using UlmEdge.Ports;

namespace UlmEdge.Devices.Particulates
{
    /// <summary>A sensor on a serial port that is woken before its sample, sends values by itself, and sleeps then.</summary>
    public abstract class SerialParticulateSensor : ISensor
    {
        private const int BaudRate = 9_600;
        private const int LookMs = 1_000;
        private const int AnswerMs = 60;

        private readonly SerialLink _link;
        private readonly FrameScanner _scanner;
        private readonly byte[] _wake;
        private readonly byte[] _report;
        private readonly byte[] _sleep;
        private bool _isToldToReport;

        /// <summary>A sensor at a port; nothing is sent yet.</summary>
        /// <param name="portName">The port.</param>
        /// <param name="scanner">Finds its frames.</param>
        /// <param name="run">How long its fan runs.</param>
        /// <param name="wake">The command that wakes it.</param>
        /// <param name="report">The command that has it send by itself.</param>
        /// <param name="sleep">The command that puts it to sleep.</param>
        protected SerialParticulateSensor(
            string portName, FrameScanner scanner, ParticulateRun run, byte[] wake, byte[] report, byte[] sleep)
        {
            _link = new SerialLink(portName, BaudRate);
            _scanner = scanner;
            Run = run;
            _wake = wake;
            _report = report;
            _sleep = sleep;
        }

        /// <inheritdoc/>
        public abstract string Name { get; }

        /// <inheritdoc/>
        public abstract Quantity[] Quantities { get; }

        /// <inheritdoc/>
        public int LeadMs => Run.LengthMs;

        /// <summary>Takes the values of a run.</summary>
        protected ParticulateRun Run { get; }

        /// <inheritdoc/>
        public int Begin(long uptimeMs)
        {
            Run.Begin(uptimeMs);
            _scanner.Restart();
            _link.Drain();
            _isToldToReport = false;
            return _link.TryWrite(_wake) ? AnswerMs : LookMs;
        }

        /// <inheritdoc/>
        public int Collect(long uptimeMs, Reading[] readings, int offset)
        {
            // One command after the other: it does not hear a second one while it answers.
            if (!_isToldToReport)
            {
                _isToldToReport = true;
                _link.TryWrite(_report);
                return AnswerMs;
            }

            Take(uptimeMs);
            if (!Run.IsOver(uptimeMs))
            {
                return LookMs;
            }

            // Frames there are, but none with values: it answers only, or says that a part of it is at fault.
            if (!Run.Finish(readings, offset, Absence.Frozen))
            {
                _link.Close();
            }

            _link.TryWrite(_sleep);
            return 0;
        }

        /// <summary>Adds the values of the frame that was found to the run, if it has any.</summary>
        protected abstract void AddValues();

        private void Take(long uptimeMs)
        {
            for (int taken = 0; taken < SerialLink.BytesPerLook; taken++)
            {
                int value = _link.Take();
                if (value < 0)
                {
                    return;
                }

                Run.Hear();
                if (!_scanner.Take((byte)value))
                {
                    continue;
                }

                Run.HearFrame();
                if (Run.IsOpen(uptimeMs))
                {
                    AddValues();
                }
            }
        }
    }
}
