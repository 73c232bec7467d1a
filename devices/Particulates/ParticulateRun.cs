using UlmEdge.Ports;

namespace UlmEdge.Devices.Particulates
{
    /// <summary>One run of a fan: first it warms up, then values count; and what to say if there are none.</summary>
    public sealed class ParticulateRun
    {
        private readonly int _warmUpMs;
        private readonly int _windowMs;
        private readonly ParticulateWindow[] _windows;
        private readonly int[] _tenthsMax;
        private long _beganMs;
        private bool _hasHeard;
        private bool _hasFrame;
        private bool _isBeyond;

        /// <summary>Runs for some quantities.</summary>
        /// <param name="warmUpMs">How long nothing counts.</param>
        /// <param name="windowMs">How long it counts then.</param>
        /// <param name="tenthsMax">The most that each quantity can be, in tenths of a microgram per cubic metre.</param>
        public ParticulateRun(int warmUpMs, int windowMs, int[] tenthsMax)
        {
            _warmUpMs = warmUpMs;
            _windowMs = windowMs;
            _tenthsMax = tenthsMax;
            _windows = new ParticulateWindow[tenthsMax.Length];
            for (int i = 0; i < _windows.Length; i++)
            {
                _windows[i] = new ParticulateWindow();
            }
        }

        /// <summary>Both together.</summary>
        public int LengthMs => _warmUpMs + _windowMs;

        /// <summary>The fan starts.</summary>
        public void Begin(long uptimeMs)
        {
            _beganMs = uptimeMs;
            _hasHeard = false;
            _hasFrame = false;
            _isBeyond = false;
            foreach (ParticulateWindow window in _windows)
            {
                window.Clear();
            }
        }

        /// <summary>Some byte has arrived.</summary>
        public void Hear()
        {
            _hasHeard = true;
        }

        /// <summary>A sound frame has arrived.</summary>
        public void HearFrame()
        {
            _hasFrame = true;
        }

        /// <summary>Whether values count by now.</summary>
        public bool IsOpen(long uptimeMs)
        {
            return uptimeMs - _beganMs >= _warmUpMs;
        }

        /// <summary>Whether the run is over.</summary>
        public bool IsOver(long uptimeMs)
        {
            return uptimeMs - _beganMs >= LengthMs;
        }

        /// <summary>Adds a value of a quantity.</summary>
        public void Add(int index, int tenths)
        {
            _isBeyond |= tenths > _tenthsMax[index];
            _windows[index].Add(tenths);
        }

        /// <summary>Writes what the run has found.</summary>
        /// <param name="readings">Takes one reading per quantity.</param>
        /// <param name="offset">Where the first one goes.</param>
        /// <param name="inFrames">The reason if there were sound frames, but none with values that count.</param>
        /// <returns>Whether there are values.</returns>
        public bool Finish(Reading[] readings, int offset, Absence inFrames)
        {
            Absence reason = _windows[0].Count > 0 ? (_isBeyond ? Absence.OutOfRange : Absence.None)
                : _hasFrame ? inFrames
                : _hasHeard ? Absence.BadTransfer
                : Absence.NoAnswer;
            for (int i = 0; i < _windows.Length; i++)
            {
                readings[offset + i] = reason == Absence.None ? Reading.Of(_windows[i].Mean) : Reading.Missing(reason);
            }

            return reason == Absence.None;
        }
    }
}
