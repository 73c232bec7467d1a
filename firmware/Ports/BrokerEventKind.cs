namespace UlmEdge.Ports
{
    /// <summary>The things a connection to the broker can report.</summary>
    public enum BrokerEventKind
    {
        /// <summary>Nothing.</summary>
        None,

        /// <summary>The broker accepted the connection.</summary>
        Opened,

        /// <summary>The broker answered and said no: wrong user, password or client identifier.</summary>
        Refused,

        /// <summary>No connection: name not found, nobody listens, no answer.</summary>
        Failed,

        /// <summary>No connection: a file with a certificate or key is missing, or is none.</summary>
        NoCertificate,

        /// <summary>PUBACK for a message arrived: the broker has it.</summary>
        Acknowledged,

        /// <summary>All tries to send a message went unanswered.</summary>
        NotAcknowledged,

        /// <summary>The connection ended; messages under way may or may not have arrived.</summary>
        Closed,

        /// <summary>A message for the node arrived.</summary>
        Received,
    }
}
