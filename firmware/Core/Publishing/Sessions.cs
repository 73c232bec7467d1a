using UlmEdge.Core.Configuration;
using UlmEdge.Ports;

namespace UlmEdge.Core.Publishing
{
    /// <summary>Says for each attempt at a connection where it goes, as whom, and what the broker is to say when it is lost.</summary>
    public sealed class Sessions
    {
        private readonly Topics _topics;

        /// <summary>The sessions of a node.</summary>
        public Sessions(NodeConfiguration configuration, Topics topics)
        {
            _topics = topics;
            Session = new BrokerSession
            {
                ClientId = configuration.NodeId,
                MessageBytesMax = Limits.DesiredBytesMax,
                WillTopic = topics.Status,
                KeepAliveSeconds = Limits.KeepAliveSeconds,
                CertificateFile = configuration.CertificateFile,
                KeyFile = configuration.KeyFile,
            };
        }

        /// <summary>The session of the next attempt.</summary>
        public BrokerSession Session { get; }

        /// <summary>Addresses it to the broker that is chosen now.</summary>
        /// <param name="choice">Tells the broker, and whom it has to be certified by.</param>
        /// <param name="boot">Number of the boot.</param>
        /// <param name="connection">Number that the connection will have.</param>
        public void Address(BrokerChoice choice, int boot, int connection)
        {
            BrokerSettings broker = choice.Current;
            Session.Host = broker.Host;
            Session.Port = broker.Port;
            Session.User = broker.User;
            Session.Password = broker.Password;
            Session.IsEncrypted = broker.IsEncrypted;
            Session.TrustFile = choice.TrustFile;
            Session.WillMessage = _topics.StatusText("offline", boot, connection);
        }
    }
}
