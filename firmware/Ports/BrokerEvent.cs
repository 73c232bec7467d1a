namespace UlmEdge.Ports
{
    /// <summary>What the connection to the broker reports.</summary>
    public struct BrokerEvent
    {
        /// <summary>What happened.</summary>
        public BrokerEventKind Kind;

        /// <summary>The packet identifier for Acknowledged and NotAcknowledged, the CONNACK code for Refused, for Received
        /// the messages before it for which there was no room, else 0.</summary>
        public int Detail;

        /// <summary>The message for Received, else null.</summary>
        public BrokerMessage Message;
    }
}
