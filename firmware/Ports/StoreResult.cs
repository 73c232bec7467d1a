namespace UlmEdge.Ports
{
    /// <summary>What came of a file operation.</summary>
    public enum StoreResult
    {
        /// <summary>It is done.</summary>
        Done,

        /// <summary>There is no such file.</summary>
        Missing,

        /// <summary>The file is larger than the buffer.</summary>
        TooLarge,

        /// <summary>The flash refused.</summary>
        Failed,
    }
}
