namespace UlmEdge.Core.Journal
{
    /// <summary>What became of the samples of a range. Invariant: Taken is the sum of all others but ThinnedInto.</summary>
    public sealed class LedgerTotals
    {
        /// <summary>Samples of the range that were taken.</summary>
        public int Taken;

        /// <summary>The broker has them.</summary>
        public int Sent;

        /// <summary>They are in the journal.</summary>
        public int Waiting;

        /// <summary>They became part of summaries, which may be waiting or sent.</summary>
        public int Thinned;

        /// <summary>The number of those summaries (rows of minimum, mean and maximum).</summary>
        public int ThinnedInto;

        /// <summary>They had to go.</summary>
        public int Evicted;

        /// <summary>They cannot be read.</summary>
        public int Unreadable;

        /// <summary>The flash did not take them.</summary>
        public int NotStored;
    }
}
