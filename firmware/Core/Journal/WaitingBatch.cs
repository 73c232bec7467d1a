namespace UlmEdge.Core.Journal
{
    /// <summary>A batch that waits in memory.</summary>
    public sealed class WaitingBatch
    {
        /// <summary>The stored form.</summary>
        public byte[] Bytes;

        /// <summary>Number of its first sample.</summary>
        public int FirstSample;

        /// <summary>One after the number of its last sample.</summary>
        public int EndSample;
    }
}
