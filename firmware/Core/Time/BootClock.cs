using UlmEdge.Ports;

namespace UlmEdge.Core.Time
{
    /// <summary>Dates this boot's uptime. Once learned, the offset stays: a sample's time must never change.</summary>
    public sealed class BootClock
    {
        private readonly IClock _clock;
        private long _offsetMs;

        /// <summary>A clock that does not know the time yet.</summary>
        public BootClock(IClock clock)
        {
            _clock = clock;
        }

        /// <summary>Whether the time of day is known.</summary>
        public bool IsSet { get; private set; }

        /// <summary>Learns the time of day if it is to be had.</summary>
        /// <returns>True when it was learned by this call.</returns>
        public bool TryLearn(long uptimeMs)
        {
            if (IsSet || !_clock.TryGetUnixMs(out long unixMs))
            {
                return false;
            }

            _offsetMs = unixMs - uptimeMs;
            IsSet = true;
            return true;
        }

        /// <summary>The Unix second of a second of uptime; the clock must be set.</summary>
        public long UnixSecondsAt(long uptimeSeconds)
        {
            return uptimeSeconds + ((_offsetMs + 500) / 1000);
        }
    }
}
