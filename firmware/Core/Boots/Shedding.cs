namespace UlmEdge.Core.Boots
{
    /// <summary>What a node does without while its memory is short. Samples are never among it.</summary>
    public static class Shedding
    {
        /// <summary>Nothing: memory suffices.</summary>
        public const int Nothing = 0;

        /// <summary>One message under way at a time, reports once an hour, no Home Assistant.</summary>
        public const int Lean = 1;

        /// <summary>Batches, the birth message and answers only.</summary>
        public const int Least = 2;
    }
}
