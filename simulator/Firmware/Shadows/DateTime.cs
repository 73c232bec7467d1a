namespace System
{
    /// <summary>
    /// A point of time, UTC always, as far as the firmware uses it; on the board's clock, not the desk's.
    /// </summary>
    internal readonly struct DateTime
    {
        /// <summary>Midnight of 1970-01-01.</summary>
        public static readonly DateTime UnixEpoch = new DateTime(UnixEpochTicks);

        private const long UnixEpochTicks = 621_355_968_000_000_000;

        /// <summary>Some hundred nanoseconds after midnight of 0001-01-01.</summary>
        public DateTime(long ticks)
        {
            Ticks = ticks;
        }

        /// <summary>The clock chip's time; it starts at 1970 and counts from there until SNTP sets it.</summary>
        public static DateTime UtcNow => new DateTime(
            UnixEpochTicks + UlmEdge.Simulator.Nano.HostBoard.Current.ClockUnixMs * TimeSpan.TicksPerMillisecond);

        /// <summary>Hundreds of nanoseconds since 0001-01-01.</summary>
        public long Ticks { get; }

        /// <summary>Year of the Gregorian calendar.</summary>
        public int Year => DateTimeOffset.FromUnixTimeSeconds(ToUnixTimeSeconds()).Year;

        /// <summary>Time from one point to another.</summary>
        public static TimeSpan operator -(DateTime later, DateTime earlier)
        {
            return new TimeSpan(later.Ticks - earlier.Ticks);
        }

        /// <summary>Whole seconds since 1970-01-01, rounded down.</summary>
        public long ToUnixTimeSeconds()
        {
            return Ticks / TimeSpan.TicksPerSecond - UnixEpochTicks / TimeSpan.TicksPerSecond;
        }
    }
}
