using System.Collections;
using UlmEdge.Ports;

namespace UlmEdge.OnDevice
{
    /// <summary>A world in which everything works, except that the broker may refuse.</summary>
    internal sealed class QuietWorld : IClock, INetworkLink, IBrokerLink, IIndicator, IEntropy, IBoardHealth, IPower, IEventLog
    {
        private readonly ArrayList _events = new ArrayList();
        private byte[] _lastPayload = new byte[0];
        private int _lastId;

        /// <summary>Whether every connection attempt fails.</summary>
        public bool RefusesConnections { get; set; }

        /// <inheritdoc/>
        public bool IsUp => true;

        /// <inheritdoc/>
        public int FreeHeapBytes => 85_000;

        /// <inheritdoc/>
        public int RadioDecibelMilliwatts => int.MinValue;

        /// <summary>The message sent last.</summary>
        public string LastText
        {
            get
            {
                char[] text = new char[_lastPayload.Length];
                for (int i = 0; i < text.Length; i++)
                {
                    text[i] = (char)_lastPayload[i];
                }

                return new string(text);
            }
        }

        /// <inheritdoc/>
        public bool TryGetUnixMs(out long unixMs)
        {
            unixMs = 1_795_291_200_000; // Asked once, at uptime 0.
            return true;
        }

        /// <inheritdoc/>
        public void Assume(long unixSeconds)
        {
        }

        /// <inheritdoc/>
        public void Reboot()
        {
        }

        /// <inheritdoc/>
        public void Join()
        {
        }

        /// <inheritdoc/>
        public void Open(BrokerSession session)
        {
            Post(RefusesConnections ? BrokerEventKind.Failed : BrokerEventKind.Opened, 0);
        }

        /// <inheritdoc/>
        public int Publish(string topic, byte[] payload, bool retain)
        {
            _lastPayload = topic.StartsWith("ulm/v1/donau-07/data/") ? payload : _lastPayload;
            Post(BrokerEventKind.Acknowledged, ++_lastId);
            return _lastId;
        }

        /// <inheritdoc/>
        public void Close()
        {
            _events.Clear();
        }

        /// <inheritdoc/>
        public bool Subscribe(string[] topicFilters)
        {
            return true;
        }

        /// <inheritdoc/>
        public bool TryTakeEvent(out BrokerEvent brokerEvent)
        {
            bool any = _events.Count > 0;
            brokerEvent = any && _events[0] is BrokerEvent oldest ? oldest : default;
            if (any)
            {
                _events.RemoveAt(0);
            }

            return any;
        }

        /// <inheritdoc/>
        public void Set(bool lit)
        {
        }

        /// <inheritdoc/>
        public int Next(int limit)
        {
            return 0;
        }

        /// <inheritdoc/>
        public void Record(NodeEvent what, int detail)
        {
        }

        private void Post(BrokerEventKind kind, int detail)
        {
            _events.Add(new BrokerEvent { Kind = kind, Detail = detail });
        }
    }
}
