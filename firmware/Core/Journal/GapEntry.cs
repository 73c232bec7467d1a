namespace UlmEdge.Core.Journal
{
    /// <summary>Consecutive samples that will not arrive as they were taken, all for the same reason.</summary>
    public sealed class GapEntry
    {
        /// <summary>The number of causes.</summary>
        public const int Causes = 6;

        /// <summary>First sample.</summary>
        public int First;

        /// <summary>One after the last sample.</summary>
        public int End;

        /// <summary>Why.</summary>
        public GapCause Cause;

        /// <summary>For thinned samples: rows of the summaries that stand for them.</summary>
        public int Rows;

        /// <summary>Samples of the range.</summary>
        public int Size => End - First;

        /// <summary>What a part of some samples has of a count, rounded down.</summary>
        internal static int Share(int count, int part, int whole)
        {
            return (int)((long)count * part / whole);
        }
    }
}
