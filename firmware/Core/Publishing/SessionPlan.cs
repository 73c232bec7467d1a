using UlmEdge.Core.Configuration;
using UlmEdge.Ports;

namespace UlmEdge.Core.Publishing
{
    /// <summary>What a connection is to be like: the same for every broker, but for the broker itself.</summary>
    public sealed class SessionPlan
    {
        private readonly BrokerSession _session;

        /// <summary>The plan of a node.</summary>
        public SessionPlan(NodeConfiguration configuration, Topics topics)
        {
            _session = new BrokerSession
            {
                ClientId = configuration.NodeId,
                MessageBytesMax = Limits.DesiredBytesMax,
                WillTopic = topics.Status,
                KeepAliveSeconds = Limits.KeepAliveSeconds,
                CertificateFile = configuration.CertificateFile,
                KeyFile = configuration.KeyFile,
            };
        }

        /// <summary>The session with one broker.</summary>
        /// <param name="broker">The broker.</param>
        /// <param name="trustFile">The file with the authority to be trusted, or null.</param>
        /// <param name="willMessage">The last will.</param>
        /// <returns>Valid until the next call.</returns>
        public BrokerSession With(BrokerSettings broker, string trustFile, string willMessage)
        {
            _session.Host = broker.Host;
            _session.Port = broker.Port;
            _session.User = broker.User;
            _session.Password = broker.Password;
            _session.IsEncrypted = broker.IsEncrypted;
            _session.TrustFile = trustFile;
            _session.WillMessage = willMessage;
            return _session;
        }
    }
}
