namespace UlmEdge.Core.Journal
{
    /// <summary>Why a sample will never arrive as it was taken; the numbers are in flash.</summary>
    public enum GapCause
    {
        /// <summary>It is part of a minimum, mean and maximum now, because space ran out.</summary>
        Thinned = 0,

        /// <summary>It had to go, because space ran out.</summary>
        Evicted = 1,

        /// <summary>It was stored, or may have been, and cannot be read any more.</summary>
        Unreadable = 2,

        /// <summary>The flash did not take it; it was sent, or lost, under another epoch.</summary>
        NotStored = 3,
    }
}
