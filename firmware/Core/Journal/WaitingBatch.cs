namespace UlmEdge.Core.Journal
{
    /// <summary>A batch that waits in memory.</summary>
    public sealed class WaitingBatch
    {
        /// <summary>The stored form; the numbers here count, and not those in it.</summary>
        public byte[] Bytes;

        /// <summary>Its epoch.</summary>
        public int Epoch;

        /// <summary>Number of its first sample.</summary>
        public int FirstSample;

        /// <summary>One after the number of its last sample.</summary>
        public int EndSample;
    }
}
