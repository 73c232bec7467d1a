namespace UlmEdge.Core.Readings
{
    /// <summary>When a sensor is due, by uptime alone.</summary>
    /// <remarks>
    /// Invariant: due times are phase + k × interval, on whole seconds; only the first one of a sensor with a lead comes as soon
    /// as that has passed. What a stalled loop missed is not made up for: a burst of samples of one moment would be no information.
    /// </remarks>
    public sealed class SamplingPlan
    {
        private readonly int _leadMs;
        private readonly long _phaseMs;
        private long _intervalMs;
        private long _originMs;

        /// <summary>A plan whose first sample is due at once, on the second, unless the sensor has to be begun before.</summary>
        /// <param name="intervalSeconds">From one sample to the next.</param>
        /// <param name="phaseSeconds">By how much they are later than those of a sensor without a phase.</param>
        /// <param name="leadMs">How long before it is due the sensor has to be begun.</param>
        public SamplingPlan(int intervalSeconds, int phaseSeconds, int leadMs)
        {
            _leadMs = leadMs;
            _intervalMs = intervalSeconds * 1000L;
            _phaseMs = phaseSeconds * 1000L;
            _originMs = _phaseMs;
            DueMs = leadMs == 0 ? _originMs : ((leadMs + 999) / 1000) * 1000L;
        }

        /// <summary>Uptime at which the next sample is due.</summary>
        public long DueMs { get; private set; }

        /// <summary>Uptime at which the sensor has to be begun for it.</summary>
        public long BeginMs => DueMs - _leadMs;

        /// <summary>Has the next sample due on the next whole second, and those after it at this interval, later by the phase.</summary>
        public void Change(int intervalSeconds, long uptimeMs)
        {
            _intervalMs = intervalSeconds * 1000L;
            DueMs = ((uptimeMs / 1000) + 1) * 1000;
            _originMs = DueMs + _phaseMs;
        }

        /// <summary>Whether a sample is due; if so, the plan moves on to the first due time for which there is enough time.</summary>
        public bool TakeDue(long uptimeMs)
        {
            if (uptimeMs < DueMs)
            {
                return false;
            }

            long fromMs = uptimeMs + (_leadMs > 0 ? _leadMs - 1 : 0) - _originMs;
            DueMs = fromMs < 0 ? _originMs : _originMs + (((fromMs / _intervalMs) + 1) * _intervalMs);
            return true;
        }
    }
}
