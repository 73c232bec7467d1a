namespace UlmEdge.Ports
{
    /// <summary>The wall clock. Durations are never taken from it: the loop's uptime is for those.</summary>
    public interface IClock
    {
        /// <summary>The time of day, if it was ever learned since power-on.</summary>
        /// <param name="unixMs">Milliseconds since 1970-01-01 UTC, without leap seconds.</param>
        /// <returns>False while the clock has not been set; 1970 is never a time.</returns>
        bool TryGetUnixMs(out long unixMs);

        /// <summary>
        /// Has the platform take a time for true that is known to be past, so that certificates can be checked while the true
        /// time is not to be had. <see cref="TryGetUnixMs"/> goes on saying false until the true time is learned.
        /// </summary>
        void Assume(long unixSeconds);
    }
}
