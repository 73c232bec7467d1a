using UlmEdge.Core.Boots;
using UlmEdge.Core.Publishing;
using UlmEdge.Ports;

namespace UlmEdge.Core.Reporting
{
    /// <summary>Describes the channels to Home Assistant, and gives it the latest values: a backlog has no place there.</summary>
    public sealed class HomeAssistantAnnouncement : Announcement
    {
        private readonly HomeAssistantDiscovery _discovery;
        private readonly Reading[] _latest;
        private readonly bool[] _isConfigDue;
        private readonly bool[] _isLatestDue;
        private int _current;
        private bool _isConfig;

        /// <summary>The announcement of a node's channels.</summary>
        /// <param name="discovery">Writes the messages.</param>
        /// <param name="latest">The latest readings, as they are when a message is written.</param>
        public HomeAssistantAnnouncement(HomeAssistantDiscovery discovery, Reading[] latest)
        {
            _discovery = discovery;
            _latest = latest;
            _isConfigDue = new bool[discovery.ChannelCount];
            _isLatestDue = new bool[discovery.ChannelCount];
        }

        /// <inheritdoc/>
        public override string Topic => _isConfig ? _discovery.ConfigTopicAt(_current) : _discovery.LatestTopicAt(_current);

        /// <inheritdoc/>
        public override bool IsRetained => true;

        /// <inheritdoc/>
        public override int SilentFrom => Shedding.Lean;

        /// <summary>A batch was closed: its newest values are the latest ones.</summary>
        public void Renew()
        {
            for (int i = 0; i < _isLatestDue.Length; i++)
            {
                _isLatestDue[i] = true;
            }
        }

        /// <inheritdoc/>
        public override void Connected(long uptimeMs)
        {
            for (int i = 0; i < _isConfigDue.Length; i++)
            {
                _isConfigDue[i] = true;
            }
        }

        /// <inheritdoc/>
        public override void Tick(long uptimeMs)
        {
            IsDue = TryChoose(_isConfigDue, true) || TryChoose(_isLatestDue, false);
        }

        /// <inheritdoc/>
        public override void Write(TextBuffer text, long uptimeMs)
        {
            if (_isConfig)
            {
                _discovery.WriteConfig(_current, text);
            }
            else
            {
                _discovery.WriteLatest(_current, _latest[_current].Value, text);
            }
        }

        /// <inheritdoc/>
        public override void Acknowledged(long uptimeMs)
        {
            (_isConfig ? _isConfigDue : _isLatestDue)[_current] = false;
            IsDue = false;
        }

        private bool TryChoose(bool[] due, bool isConfig)
        {
            for (int i = 0; i < due.Length; i++)
            {
                if (due[i] && (isConfig || _latest[i].Absence == Absence.None))
                {
                    _current = i;
                    _isConfig = isConfig;
                    return true;
                }
            }

            return false;
        }
    }
}
