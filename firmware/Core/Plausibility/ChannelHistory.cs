using UlmEdge.Ports;

namespace UlmEdge.Core.Plausibility
{
    /// <summary>What a channel's readings before say of the one that comes: its step, its stillness, its age.</summary>
    internal sealed class ChannelHistory
    {
        // Steps are looked at as long as the reading before is not older: then any weather can have come.
        private const int MemorySeconds = 1_800;

        // So many times the same: at long intervals time alone says little.
        private const int SameReadingsMin = 8;

        private readonly Quantity _quantity;
        private long _firstSeconds = -1;
        private int _soundValue;
        private long _soundSeconds = -1;
        private int _sameValue;
        private int _sameCount;
        private long _sameSeconds;

        /// <summary>A channel that has no readings yet.</summary>
        public ChannelHistory(Quantity quantity)
        {
            _quantity = quantity;
        }

        /// <summary>Takes a reading without a value.</summary>
        public void Miss(Absence reason)
        {
            _sameCount = 0;
            bool hadNoPower = reason == Absence.NotPresent || reason == Absence.Restarted || reason == Absence.LeftOut;
            _firstSeconds = hadNoPower ? -1 : _firstSeconds;
        }

        /// <summary>Takes a value.</summary>
        /// <returns>What speaks against it.</returns>
        public Quality Take(int value, long uptimeSeconds)
        {
            Quality doubts = RangeOf(value) | RateOf(value, uptimeSeconds) | StillnessOf(value, uptimeSeconds);
            if ((doubts & (Quality.Range | Quality.Rate)) == 0)
            {
                _soundValue = value;
                _soundSeconds = uptimeSeconds;
            }

            _firstSeconds = _firstSeconds < 0 ? uptimeSeconds : _firstSeconds;
            bool isWarmingUp = uptimeSeconds - _firstSeconds < PlausibleValues.WarmUpSecondsOf(_quantity);
            return isWarmingUp ? doubts | Quality.WarmUp : doubts;
        }

        private Quality RangeOf(int value)
        {
            return value < PlausibleValues.LeastOf(_quantity) || value > PlausibleValues.MostOf(_quantity)
                ? Quality.Range
                : Quality.Good;
        }

        // Compared with the last sound value: so a spike is flagged, and the return from it is not.
        private Quality RateOf(int value, long uptimeSeconds)
        {
            int step = PlausibleValues.StepOf(_quantity);
            long seconds = uptimeSeconds - _soundSeconds;
            if (step == 0 || _soundSeconds < 0 || seconds > MemorySeconds)
            {
                return Quality.Good;
            }

            long allowed = step + (PlausibleValues.StepPerMinuteOf(_quantity) * seconds / 60);
            long change = (long)value - _soundValue;
            return change > allowed || change < -allowed ? Quality.Rate : Quality.Good;
        }

        private Quality StillnessOf(int value, long uptimeSeconds)
        {
            if (_sameCount == 0 || value != _sameValue)
            {
                _sameValue = value;
                _sameCount = 0;
                _sameSeconds = uptimeSeconds;
            }

            _sameCount += _sameCount < SameReadingsMin ? 1 : 0;
            int mostSeconds = PlausibleValues.SameSecondsOf(_quantity);
            return mostSeconds > 0 && _sameCount == SameReadingsMin && uptimeSeconds - _sameSeconds >= mostSeconds
                    && !PlausibleValues.MayStay(_quantity, value)
                ? Quality.Stuck
                : Quality.Good;
        }
    }
}
