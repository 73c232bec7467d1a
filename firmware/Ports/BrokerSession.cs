namespace UlmEdge.Ports
{
    /// <summary>What a connection needs to be opened: where, as whom, and what the broker says when it is lost.</summary>
    public sealed class BrokerSession
    {
        /// <summary>Host name or address.</summary>
        public string Host;

        /// <summary>TCP port.</summary>
        public int Port;

        /// <summary>Client identifier; one client per identifier on a broker.</summary>
        public string ClientId;

        /// <summary>User name, or null for none.</summary>
        public string User;

        /// <summary>Password, or null for none. Never logged.</summary>
        public string Password;

        /// <summary>Whether the connection is TLS, and the broker's certificate must be for <see cref="Host"/>.</summary>
        public bool IsEncrypted;

        /// <summary>File with the certificate of the authority that is trusted, or null for the device's store.</summary>
        public string TrustFile;

        /// <summary>File with the node's own certificate, or null for the one in the device's store, if there is any.</summary>
        public string CertificateFile;

        /// <summary>File with the key of the node's own certificate, or null.</summary>
        public string KeyFile;

        /// <summary>Topic of the retained last will.</summary>
        public string WillTopic;

        /// <summary>Text of the retained last will.</summary>
        public string WillMessage;

        /// <summary>Messages for the node beyond this size are told of without their content.</summary>
        public int MessageBytesMax;

        /// <summary>Keep-alive in seconds: a dead connection is noticed within twice this time.</summary>
        public int KeepAliveSeconds;
    }
}
