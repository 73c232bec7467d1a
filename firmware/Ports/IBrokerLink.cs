namespace UlmEdge.Ports
{
    /// <summary>One MQTT connection at a time. Every call returns at once; what came of it is told by an event.</summary>
    /// <remarks>
    /// The platform's client calls back on threads of its own. An implementation only queues what it is told; the loop
    /// takes it from there with <see cref="TryTakeEvent"/>, so nothing outside the edge needs a lock.
    /// </remarks>
    public interface IBrokerLink
    {
        /// <summary>Starts a connection attempt; answered by Opened, Refused or Failed.</summary>
        void Open(BrokerSession session);

        /// <summary>Hands one message to the connection at QoS 1; answered by Acknowledged, NotAcknowledged or Closed.</summary>
        /// <param name="topic">The full topic.</param>
        /// <param name="payload">The message; it belongs to the connection from now on and must not be changed.</param>
        /// <param name="retain">Whether the broker keeps it for later subscribers.</param>
        /// <returns>The message's packet identifier, at least 1, or 0 when the connection could not take it.</returns>
        int Publish(string topic, byte[] payload, bool retain);

        /// <summary>Asks for the messages of some topics at QoS 1; each is told by Received. Nobody says if the broker refuses.</summary>
        /// <param name="topicFilters">Topic filters (MQTT 3.1.1 section 4.7).</param>
        /// <returns>False when the connection could not take the request.</returns>
        bool Subscribe(string[] topicFilters);

        /// <summary>Ends the connection or the attempt. Whatever was under way is void; no event of it comes later.</summary>
        void Close();

        /// <summary>Takes the oldest event that has not been taken.</summary>
        bool TryTakeEvent(out BrokerEvent brokerEvent);
    }
}
