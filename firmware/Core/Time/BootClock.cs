using UlmEdge.Core.Batches;
using UlmEdge.Ports;

namespace UlmEdge.Core.Time
{
    /// <summary>Dates this boot's samples: uptime plus an offset, which follows the time of day as slowly as clocks drift.</summary>
    /// <remarks>
    /// A sample gets its date once, when its batch is closed, and that is stored: what the clock does later changes nothing.
    /// Samples taken before the first date are dated with the first offset, which is stored, too.
    /// Not believed: times before this firmware was made; times before the last that was known, for a day; and steps, until
    /// they have lasted for hours. Invariant: dates of one boot increase, unless a step back was believed.
    /// </remarks>
    public sealed class BootClock
    {
        private readonly IClock _clock;
        private readonly IEventLog _log;
        private readonly long _floorSeconds;
        private readonly long _knownSeconds;
        private long _offsetMs;
        private long _checkMs;
        private long _belowFloorSinceMs = -1;
        private long _stepSinceMs = -1;
        private long _stepMs;
        private long _lastSeconds;
        private long _lastUndatedSeconds = -1;

        /// <summary>A clock that does not know the time yet.</summary>
        /// <param name="clock">The time of day, right or wrong.</param>
        /// <param name="floorUnixSeconds">No time before this one is ever believed.</param>
        /// <param name="knownUnixSeconds">The latest time of which earlier boots were sure, or 0.</param>
        /// <param name="log">Is told when the time was learned, and of steps.</param>
        public BootClock(IClock clock, long floorUnixSeconds, long knownUnixSeconds, IEventLog log)
        {
            _clock = clock;
            _log = log;
            _floorSeconds = floorUnixSeconds;
            _knownSeconds = knownUnixSeconds - Limits.TimeFloorSlackSeconds;
        }

        /// <summary>Whether the time of day is known.</summary>
        public bool IsSet { get; private set; }

        /// <summary>Whether a time was learned that is earlier than what earlier boots were sure of: they were wrong.</summary>
        public bool HasYielded { get; set; }

        /// <summary>Unix second of uptime 0 as it was learned first: for the samples taken before.</summary>
        public long FirstOffsetSeconds { get; private set; }

        /// <summary>Learns the time of day, or follows it.</summary>
        public void Tick(long uptimeMs)
        {
            if (IsSet && uptimeMs < _checkMs)
            {
                return;
            }

            _checkMs = uptimeMs + Limits.ClockCheckMs;
            if (!_clock.TryGetUnixMs(out long unixMs) || unixMs / 1000 < _floorSeconds)
            {
                return;
            }

            if (!IsSet)
            {
                Learn(uptimeMs, unixMs);
            }
            else
            {
                Follow(uptimeMs, unixMs - uptimeMs - _offsetMs);
            }
        }

        /// <summary>
        /// While the time of day is unknown: has the platform's clock show one that is surely past, for the sake of certificates.
        /// </summary>
        public void AssumePast(long uptimeMs)
        {
            if (!IsSet)
            {
                long floorSeconds = _floorSeconds > _knownSeconds ? _floorSeconds : _knownSeconds;
                _clock.Assume(floorSeconds - Limits.AssumedBehindSeconds + (uptimeMs / 1000));
            }
        }

        /// <summary>Dates a batch of this boot, unless it is dated already or the time is not known.</summary>
        public void Date(Batch batch)
        {
            if (batch.TimesAreUnix)
            {
                return;
            }

            if (!IsSet)
            {
                _lastUndatedSeconds = batch.TimesSeconds[batch.RowCount - 1];
                return;
            }

            // A correction backwards must not give two samples the same second.
            long offsetSeconds = OffsetSeconds(_offsetMs);
            long behind = _lastSeconds + 1 - (batch.TimesSeconds[0] + offsetSeconds);
            Shift(batch, behind > 0 ? offsetSeconds + behind : offsetSeconds);
            _lastSeconds = batch.TimesSeconds[batch.RowCount - 1];
        }

        /// <summary>The Unix second at an uptime, or 0 while the time of day is unknown.</summary>
        public long UnixSeconds(long uptimeMs)
        {
            return IsSet ? (uptimeMs + _offsetMs) / 1000 : 0;
        }

        /// <summary>The second of this boot's uptime at which a batch's first row was taken; negative before power-on.</summary>
        /// <returns>False if that is not known.</returns>
        public bool TryGetUptime(Batch batch, int boot, out long uptimeSeconds)
        {
            uptimeSeconds = batch.TimesSeconds[0] - (batch.TimesAreUnix ? OffsetSeconds(_offsetMs) : 0);
            return batch.TimesAreUnix ? IsSet : batch.Boot == boot;
        }

        /// <summary>Adds an offset to the times of a batch without a date.</summary>
        public static void Shift(Batch batch, long offsetSeconds)
        {
            for (int row = 0; row < batch.RowCount; row++)
            {
                batch.TimesSeconds[row] += offsetSeconds;
            }

            batch.TimesAreUnix = true;
        }

        private static long OffsetSeconds(long offsetMs)
        {
            return (offsetMs + 500) / 1000;
        }

        private void Learn(long uptimeMs, long unixMs)
        {
            if (unixMs / 1000 < _knownSeconds)
            {
                _belowFloorSinceMs = _belowFloorSinceMs < 0 ? uptimeMs : _belowFloorSinceMs;
                if (uptimeMs - _belowFloorSinceMs < Limits.TimeFloorYieldsMs)
                {
                    return;
                }

                HasYielded = true;
            }

            _offsetMs = unixMs - uptimeMs;
            FirstOffsetSeconds = OffsetSeconds(_offsetMs);
            IsSet = true;
            _lastSeconds = _lastUndatedSeconds < 0 ? 0 : _lastUndatedSeconds + FirstOffsetSeconds;
            _log.Record(NodeEvent.ClockSet, (int)(uptimeMs / 1000));
        }

        private void Follow(long uptimeMs, long errorMs)
        {
            if (Magnitude(errorMs) <= Limits.ClockStepMs)
            {
                _stepSinceMs = -1;
                _offsetMs += errorMs > Limits.ClockSlewMs ? Limits.ClockSlewMs
                    : errorMs < -Limits.ClockSlewMs ? -Limits.ClockSlewMs : errorMs;
            }
            else if (_stepSinceMs < 0 || Magnitude(errorMs - _stepMs) > Limits.ClockStepMs)
            {
                _stepSinceMs = uptimeMs;
                _stepMs = errorMs;
            }
            else if (uptimeMs - _stepSinceMs >= Limits.ClockStepLastsMs)
            {
                _stepSinceMs = -1;
                _offsetMs += errorMs;
                _lastSeconds = 0;
                _log.Record(NodeEvent.ClockStepped, (int)(errorMs / 1000));
            }
        }

        private static long Magnitude(long number)
        {
            return number < 0 ? -number : number;
        }
    }
}
