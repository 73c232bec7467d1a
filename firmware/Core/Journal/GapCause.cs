namespace UlmEdge.Core.Journal
{
    /// <summary>Why a sample will never arrive as it was taken; the numbers are in flash.</summary>
    public enum GapCause
    {
        /// <summary>It is part of a minimum, mean and maximum now, because space ran out.</summary>
        Thinned = 0,

        /// <summary>It had to go, because space ran out.</summary>
        Evicted = 1,

        /// <summary>It was stored and cannot be read any more.</summary>
        Unreadable = 2,

        /// <summary>The flash did not take it; it was sent, or lost, under another epoch.</summary>
        NotStored = 3,

        /// <summary>No sample ever had this number: it was skipped, since it may have been sent by a segment that is gone.</summary>
        LeftOut = 4,

        /// <summary>It is settled, and what says why is lost with both cursor slots: most probably it was sent.</summary>
        Unknown = 5,
    }
}
