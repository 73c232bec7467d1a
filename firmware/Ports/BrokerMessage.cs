namespace UlmEdge.Ports
{
    /// <summary>A message that the broker has for the node. Whoever sent it is not trusted.</summary>
    public sealed class BrokerMessage
    {
        /// <summary>The full topic.</summary>
        public string Topic;

        /// <summary>The message, or null when it was larger than <see cref="BrokerSession.MessageBytesMax"/>.</summary>
        public byte[] Payload;

        /// <summary>Whether the broker had kept it: it may be old.</summary>
        public bool IsRetained;
    }
}
