using System;
using System.IO;
using System.Security.Cryptography.X509Certificates;
using nanoFramework.M2Mqtt;
using nanoFramework.M2Mqtt.Messages;
using UlmEdge.Ports;

namespace UlmEdge.Edge
{
    /// <summary>One attempt at a connection, and the connection that comes of it: the life of one MqttClient.</summary>
    internal sealed class MqttAttempt
    {
        private const string Volume = "I:\\";

        private readonly MqttLink _link;
        private readonly BrokerSession _session;
        private readonly string _willMessage;
        private readonly string _host;
        private readonly int _port;
        private readonly bool _isEncrypted;
        private readonly string _trustFile;
        private X509Certificate _authority;
        private X509Certificate _certificate;
        private MqttClient _client;
        private bool _isClosed;

        /// <summary>An attempt that has not begun. What the next attempt may change is copied.</summary>
        public MqttAttempt(MqttLink link, BrokerSession session)
        {
            _link = link;
            _session = session;
            _willMessage = session.WillMessage;
            _host = session.Host;
            _port = session.Port;
            _isEncrypted = session.IsEncrypted;
            _trustFile = session.TrustFile;
        }

        /// <summary>Connects and reports what came of it. Waits as long as it takes.</summary>
        public void Connect()
        {
            if (_isEncrypted && !TryLoadCertificates())
            {
                _link.Post(this, BrokerEventKind.NoCertificate, 0);
                return;
            }

            try
            {
                // The constructor looks the name up, and throws when it cannot.
                _client = new MqttClient(
                    _host, _port, _isEncrypted, _authority, _certificate, _isEncrypted ? MqttSslProtocols.TLSv1_2 : MqttSslProtocols.None);
                _client.MqttMsgPublished += OnPublished;
                _client.MqttMsgPublishReceived += OnReceived;
                _client.ConnectionClosed += OnClosed;
                if (_isClosed)
                {
                    return; // Given up while the name was looked up, perhaps for minutes: no connection that nobody waits for.
                }

                MqttReasonCode code = _client.Connect(
                    _session.ClientId,
                    _session.User,
                    _session.Password,
                    true,
                    MqttQoSLevel.AtLeastOnce,
                    true,
                    _session.WillTopic,
                    _willMessage,
                    true,
                    (ushort)_session.KeepAliveSeconds);
                Report(code);
            }
            catch (Exception)
            {
                _link.Post(this, BrokerEventKind.Failed, 0);
            }
            finally
            {
                if (_isClosed)
                {
                    Close(); // It was given up while it was under way.
                }
            }
        }

        /// <summary>Hands a message to the client.</summary>
        /// <returns>Its packet identifier, or 0 if it could not be taken.</returns>
        public int Publish(string topic, byte[] payload, bool retain)
        {
            try
            {
                // Without a connection the client would take it, and lose it.
                return _client.IsConnected
                    ? _client.Publish(topic, payload, null, null, MqttQoSLevel.AtLeastOnce, retain)
                    : 0;
            }
            catch (Exception)
            {
                return 0;
            }
        }

        /// <summary>Asks for messages.</summary>
        /// <returns>False if the client could not take the request.</returns>
        public bool Subscribe(string[] topicFilters)
        {
            try
            {
                MqttQoSLevel[] levels = new MqttQoSLevel[topicFilters.Length];
                for (int i = 0; i < levels.Length; i++)
                {
                    levels[i] = MqttQoSLevel.AtLeastOnce;
                }

                return _client.IsConnected && _client.Subscribe(topicFilters, levels) != 0;
            }
            catch (Exception)
            {
                return false;
            }
        }

        /// <summary>Ends the connection. May wait for the client's threads.</summary>
        public void Close()
        {
            _isClosed = true;
            try
            {
                _client?.Close();
            }
            catch (Exception)
            {
                // It is over either way.
            }
        }

        // What is null the platform takes from the device's store. It checks host name and time, too.
        private bool TryLoadCertificates()
        {
            try
            {
                _authority = _trustFile == null ? null : new X509Certificate(File.ReadAllText(Volume + _trustFile));
                _certificate = _session.CertificateFile == null ? null : new X509Certificate2(
                    File.ReadAllText(Volume + _session.CertificateFile), File.ReadAllText(Volume + _session.KeyFile), null);
                return true;
            }
            catch (Exception)
            {
                return false; // A file is missing, or the platform finds nothing in it.
            }
        }

        private void Report(MqttReasonCode code)
        {
            if (code == MqttReasonCode.Success)
            {
                _link.Post(this, BrokerEventKind.Opened, 0);
            }
            else
            {
                _link.Post(this, BrokerEventKind.Refused, (int)code);
            }
        }

        private void OnPublished(object sender, MqttMsgPublishedEventArgs e)
        {
            _link.Post(this, e.IsPublished ? BrokerEventKind.Acknowledged : BrokerEventKind.NotAcknowledged, e.MessageId);
        }

        private void OnReceived(object sender, MqttMsgPublishEventArgs e)
        {
            bool isTooLarge = e.Message == null || e.Message.Length > _session.MessageBytesMax;
            _link.Post(this, new BrokerMessage
            {
                Topic = e.Topic,
                Payload = isTooLarge ? null : e.Message,
                IsRetained = e.Retain,
            });
        }

        private void OnClosed(object sender, EventArgs e)
        {
            _link.Post(this, BrokerEventKind.Closed, 0);
        }
    }
}
