namespace UlmEdge.Core.Journal
{
    /// <summary>A batch that waits in memory.</summary>
    internal sealed class OutboxEntry
    {
        /// <summary>The stored form.</summary>
        public byte[] Bytes;

        /// <summary>Number of its first sample.</summary>
        public int FirstSample;

        /// <summary>How many samples it holds.</summary>
        public int SampleCount;
    }
}
