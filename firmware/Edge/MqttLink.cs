using System.Collections;
using System.Threading;
using UlmEdge.Ports;

namespace UlmEdge.Edge
{
    /// <summary>MQTT through nanoFramework.M2Mqtt: a new client for every connection, and its callbacks as a queue.</summary>
    /// <remarks>
    /// The client opens its connection within its constructor and Connect, which look names up and wait for minutes if
    /// they must: each attempt runs on a thread of its own. An attempt that is no longer wanted may end when it likes;
    /// what it reports is not heard.
    /// </remarks>
    public sealed class MqttLink : IBrokerLink
    {
        private const int MessagesMax = 4; // Whoever sends more at once than the loop can take must not fill the memory.

        private readonly object _lock = new object();
        private readonly Queue _events = new Queue();
        private MqttAttempt _attempt;
        private int _messages;
        private int _dropped;

        /// <inheritdoc/>
        public void Open(BrokerSession session)
        {
            Close();
            MqttAttempt attempt = new MqttAttempt(this, session);
            lock (_lock)
            {
                _attempt = attempt;
            }

            new Thread(attempt.Connect).Start();
        }

        /// <inheritdoc/>
        public int Publish(string topic, byte[] payload, bool retain)
        {
            MqttAttempt attempt = _attempt;
            return attempt == null ? 0 : attempt.Publish(topic, payload, retain);
        }

        /// <inheritdoc/>
        public bool Subscribe(string[] topicFilters)
        {
            MqttAttempt attempt = _attempt;
            return attempt != null && attempt.Subscribe(topicFilters);
        }

        /// <inheritdoc/>
        public void Close()
        {
            MqttAttempt attempt;
            lock (_lock)
            {
                attempt = _attempt;
                _attempt = null;
                _events.Clear();
                _messages = 0;
                _dropped = 0;
            }

            if (attempt != null)
            {
                // Closing a client waits for its threads, up to two seconds: not in the loop.
                new Thread(attempt.Close).Start();
            }
        }

        /// <inheritdoc/>
        public bool TryTakeEvent(out BrokerEvent brokerEvent)
        {
            lock (_lock)
            {
                brokerEvent = _events.Count > 0 ? (BrokerEvent)_events.Dequeue() : default;
                _messages -= brokerEvent.Message != null ? 1 : 0;
                return brokerEvent.Kind != BrokerEventKind.None;
            }
        }

        /// <summary>Queues an event, if it comes from the attempt that counts.</summary>
        internal void Post(MqttAttempt attempt, BrokerEventKind kind, int detail)
        {
            lock (_lock)
            {
                if (attempt == _attempt)
                {
                    _events.Enqueue(new BrokerEvent { Kind = kind, Detail = detail });
                }
            }
        }

        /// <summary>Queues a message, if it comes from the attempt that counts and there is room.</summary>
        internal void Post(MqttAttempt attempt, BrokerMessage message)
        {
            lock (_lock)
            {
                if (attempt != _attempt)
                {
                    return;
                }

                if (_messages == MessagesMax)
                {
                    _dropped++;
                    return;
                }

                _messages++;
                _events.Enqueue(new BrokerEvent { Kind = BrokerEventKind.Received, Detail = _dropped, Message = message });
                _dropped = 0;
            }
        }
    }
}
