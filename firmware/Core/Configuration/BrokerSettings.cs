namespace UlmEdge.Core.Configuration
{
    /// <summary>Where a broker is, and as whom the node connects to it.</summary>
    public sealed class BrokerSettings
    {
        /// <summary>Host name or address.</summary>
        public string Host;

        /// <summary>Port. Default 1883.</summary>
        public int Port = 1883;

        /// <summary>User, or null.</summary>
        public string User;

        /// <summary>Password, or null. Never logged, never sent anywhere else.</summary>
        public string Password;
    }
}
