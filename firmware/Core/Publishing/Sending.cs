namespace UlmEdge.Core.Publishing
{
    /// <summary>A batch on its way to the broker.</summary>
    public sealed class Sending
    {
        /// <summary>The message's packet identifier, or 0 if this place is free.</summary>
        public int MessageId;

        /// <summary>The batch's epoch.</summary>
        public int Epoch;

        /// <summary>Its first sample.</summary>
        public int FirstSample;

        /// <summary>One after its last sample.</summary>
        public int EndSample;

        /// <summary>Whether it holds summaries.</summary>
        public bool IsSummary;

        /// <summary>Bytes of the message.</summary>
        public int Bytes;

        /// <summary>Uptime after which no answer is expected any more.</summary>
        public long DeadlineMs;
    }
}
