namespace UlmEdge.Core.Configuration
{
    /// <summary>Where a broker is, and as whom the node connects to it.</summary>
    public sealed class BrokerSettings
    {
        /// <summary>The registered port of MQTT over TLS.</summary>
        public const int PortEncrypted = 8883;

        /// <summary>The registered port of plain MQTT.</summary>
        public const int PortPlain = 1883;

        /// <summary>Host name or address.</summary>
        public string Host;

        /// <summary>Port. Default 8883, without TLS 1883.</summary>
        public int Port = PortEncrypted;

        /// <summary>Whether the connection is TLS. Default yes: plain MQTT only where somebody has said so.</summary>
        public bool IsEncrypted = true;

        /// <summary>User, or null.</summary>
        public string User;

        /// <summary>Password, or null. Never logged, never sent anywhere else.</summary>
        public string Password;
    }
}
