namespace UlmEdge.Core.Readings
{
    /// <summary>When a sensor is due, by uptime alone.</summary>
    /// <remarks>
    /// Invariant: due times are first + k × interval, on whole seconds. What a stalled loop missed is not made up for:
    /// a burst of samples of one moment would be no information.
    /// </remarks>
    public sealed class SamplingPlan
    {
        private long _intervalMs;

        /// <summary>A plan whose first sample is due at once, on the second.</summary>
        public SamplingPlan(int intervalSeconds)
        {
            _intervalMs = intervalSeconds * 1000L;
        }

        /// <summary>Uptime at which the next sample is due.</summary>
        public long DueMs { get; private set; }

        /// <summary>Has the next sample due on the next whole second, and those after it at this interval.</summary>
        public void Change(int intervalSeconds, long uptimeMs)
        {
            _intervalMs = intervalSeconds * 1000L;
            DueMs = ((uptimeMs / 1000) + 1) * 1000;
        }

        /// <summary>Whether a sample is due; if so, the plan moves on to the first due time after now.</summary>
        public bool TakeDue(long uptimeMs)
        {
            if (uptimeMs < DueMs)
            {
                return false;
            }

            DueMs += (((uptimeMs - DueMs) / _intervalMs) + 1) * _intervalMs;
            return true;
        }
    }
}
