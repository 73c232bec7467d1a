namespace UlmEdge.Core.Journal
{
    /// <summary>What was done to the samples of a segment to save space.</summary>
    public static class SegmentLevel
    {
        /// <summary>Batches as they were closed.</summary>
        public const int AsWritten = 0;

        /// <summary>The same samples in as few batches as possible: nothing is lost.</summary>
        public const int Regrouped = 1;

        /// <summary>Minimum, mean and maximum of ten minutes.</summary>
        public const int TenMinutes = 2;

        /// <summary>Minimum, mean and maximum of an hour.</summary>
        public const int Hourly = 3;

        /// <summary>The highest level.</summary>
        public const int Max = Hourly;

        /// <summary>The seconds that a row of a level sums up, or 0.</summary>
        public static int WindowSecondsOf(int level)
        {
            return level == TenMinutes ? 600 : level == Hourly ? 3600 : 0;
        }
    }
}
