using System;
using nanoFramework.M2Mqtt;
using nanoFramework.M2Mqtt.Messages;
using UlmEdge.Ports;

namespace UlmEdge.Edge
{
    /// <summary>One attempt at a connection, and the connection that comes of it: the life of one MqttClient.</summary>
    internal sealed class MqttAttempt
    {
        private readonly MqttLink _link;
        private readonly BrokerSession _session;
        private readonly string _willMessage;
        private MqttClient _client;
        private bool _isClosed;

        /// <summary>An attempt that has not begun. The will is copied: the next attempt's differs.</summary>
        public MqttAttempt(MqttLink link, BrokerSession session)
        {
            _link = link;
            _session = session;
            _willMessage = session.WillMessage;
        }

        /// <summary>Connects and reports what came of it. Waits as long as it takes.</summary>
        public void Connect()
        {
            try
            {
                // The constructor looks the name up, and throws when it cannot.
                _client = new MqttClient(_session.Host, _session.Port, false, null, null, MqttSslProtocols.None);
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
