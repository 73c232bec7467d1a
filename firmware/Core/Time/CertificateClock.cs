using UlmEdge.Ports;

namespace UlmEdge.Core.Time
{
    /// <summary>
    /// Lets certificates be checked while no time server answers: at a time that is surely past, in place of 1970, before which
    /// no certificate is valid.
    /// </summary>
    public sealed class CertificateClock
    {
        private readonly IClock _clock;
        private readonly long _pastSeconds;
        private bool _hasAssumed;

        /// <summary>A clock for certificates.</summary>
        /// <param name="clock">The time of day, if it was learned.</param>
        /// <param name="floorUnixSeconds">No time before this one is true.</param>
        /// <param name="knownUnixSeconds">The latest time of which earlier boots were sure, or 0.</param>
        public CertificateClock(IClock clock, long floorUnixSeconds, long knownUnixSeconds)
        {
            _clock = clock;
            _pastSeconds = Later(Later(knownUnixSeconds, floorUnixSeconds), Limits.TimeFloorUnixSeconds) - Limits.AssumedBehindSeconds;
        }

        /// <summary>An encrypted connection is about to be tried.</summary>
        public void Prepare()
        {
            if (!_hasAssumed && !_clock.TryGetUnixMs(out long _))
            {
                _hasAssumed = true; // Once: from then on the platform's clock goes on, or is set.
                _clock.Assume(_pastSeconds);
            }
        }

        private static long Later(long oneSeconds, long otherSeconds)
        {
            return oneSeconds > otherSeconds ? oneSeconds : otherSeconds;
        }
    }
}
