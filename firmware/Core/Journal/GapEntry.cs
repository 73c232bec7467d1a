namespace UlmEdge.Core.Journal
{
    /// <summary>What happened to a range of samples of which not all will arrive as they were taken.</summary>
    /// <remarks>
    /// Most entries have one cause for all their samples. When the ledger is full, two neighbours become one, with the
    /// samples between them: then <see cref="Sent"/> counts those that arrived, and what no count covers is waiting.
    /// </remarks>
    public sealed class GapEntry
    {
        /// <summary>The number of causes.</summary>
        public const int Causes = 4;

        /// <summary>First sample.</summary>
        public int First;

        /// <summary>One after the last sample.</summary>
        public int End;

        /// <summary>Samples sent, in an entry of mixed content.</summary>
        public int Sent;

        /// <summary>Rows of the summaries that stand for the thinned samples.</summary>
        public int Rows;

        /// <summary>Samples by cause.</summary>
        public readonly int[] Count = new int[Causes];

        /// <summary>Samples of the range.</summary>
        public int Size => End - First;

        /// <summary>Whether all samples have this cause.</summary>
        public bool IsOnly(GapCause cause)
        {
            return Count[(int)cause] == Size;
        }

        /// <summary>Whether all samples have one cause.</summary>
        public bool IsUniform => IsOnly(GapCause.Thinned) || IsOnly(GapCause.Evicted)
            || IsOnly(GapCause.Unreadable) || IsOnly(GapCause.NotStored);
    }
}
