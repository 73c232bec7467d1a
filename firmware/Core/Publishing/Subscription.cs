using UlmEdge.Ports;

namespace UlmEdge.Core.Publishing
{
    /// <summary>Decides whether the node listens: not for a while, when what it is sent ends one connection after the other.</summary>
    /// <remarks>
    /// A message larger than the board's memory ends the connection while it is received, and a retained one comes again with
    /// each subscription. Sending goes before listening.
    /// </remarks>
    public sealed class Subscription
    {
        private readonly IBrokerLink _broker;
        private readonly string[] _filters;
        private int _quickEnds;
        private long _openedMs;
        private long _deafUntilMs;
        private bool _isListening;

        /// <summary>A subscription to topic filters.</summary>
        public Subscription(IBrokerLink broker, string[] filters)
        {
            _broker = broker;
            _filters = filters;
        }

        /// <summary>A connection was opened: subscribes, unless that has proved to be harmful.</summary>
        public void Connected(long uptimeMs)
        {
            _isListening = uptimeMs >= _deafUntilMs && _broker.Subscribe(_filters);
            _openedMs = uptimeMs;
        }

        /// <summary>The connection is over.</summary>
        public void Disconnected(long uptimeMs)
        {
            if (!_isListening)
            {
                return;
            }

            _isListening = false;
            _quickEnds = uptimeMs - _openedMs < Limits.QuickEndMs ? _quickEnds + 1 : 0;
            if (_quickEnds >= Limits.QuickEndsMax)
            {
                _quickEnds = 0;
                _deafUntilMs = uptimeMs + Limits.DeafMs;
            }
        }

        /// <summary>Listens again when the time has come, on a connection that has lasted.</summary>
        public void Tick(long uptimeMs)
        {
            if (!_isListening && uptimeMs >= _deafUntilMs)
            {
                Connected(uptimeMs);
            }
        }
    }
}
