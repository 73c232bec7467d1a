using UlmEdge.Ports;

namespace UlmEdge.Core.Publishing
{
    /// <summary>Publishes what is announced beside the batches, in order, one message under way at a time.</summary>
    public sealed class Announcer
    {
        private readonly Announcement[] _announcements;
        private readonly long[] _publishedMs;
        private readonly IBrokerLink _broker;
        private readonly TextBuffer _text;
        private Announcement _underWay;
        private int _messageId;
        private long _deadlineMs;

        /// <summary>An announcer.</summary>
        /// <param name="broker">The connection.</param>
        /// <param name="announcements">What there is to announce; what is first goes first.</param>
        /// <param name="memory">Takes a message while it is handed over: <see cref="Limits.AnnouncementBytesMax"/> at least.</param>
        public Announcer(IBrokerLink broker, Announcement[] announcements, byte[] memory)
        {
            _broker = broker;
            _text = new TextBuffer(memory);
            _announcements = announcements;
            _publishedMs = new long[announcements.Length];
            for (int i = 0; i < _publishedMs.Length; i++)
            {
                _publishedMs[i] = long.MinValue / 2; // Never yet.
            }
        }

        /// <summary>Whether a message is under way.</summary>
        public bool IsUnderWay => _underWay != null;

        /// <summary>How short memory is: one of <see cref="Boots.Shedding"/>.</summary>
        public int Shortage { get; set; }

        /// <summary>A connection was opened.</summary>
        public void Connected(long uptimeMs)
        {
            _underWay = null;
            foreach (Announcement announcement in _announcements)
            {
                announcement.Connected(uptimeMs);
            }
        }

        /// <summary>The connection is over: what was under way is due still.</summary>
        public void Disconnected()
        {
            _underWay = null;
        }

        /// <summary>Publishes what is due, if nothing is under way.</summary>
        /// <returns>False if the connection is of no use any more.</returns>
        public bool Tick(long uptimeMs)
        {
            if (_underWay != null)
            {
                return uptimeMs < _deadlineMs;
            }

            for (int i = 0; i < _announcements.Length; i++)
            {
                Announcement announcement = _announcements[i];
                announcement.Tick(uptimeMs);
                if (announcement.IsDue && !IsShed(i, uptimeMs))
                {
                    _publishedMs[i] = uptimeMs;
                    return Publish(announcement, uptimeMs);
                }
            }

            return true;
        }

        /// <summary>Whether a packet identifier is that of the message under way.</summary>
        public bool Awaits(int messageId)
        {
            return _underWay != null && messageId != 0 && messageId == _messageId;
        }

        /// <summary>The broker has the message under way.</summary>
        public void Acknowledged(long uptimeMs)
        {
            Announcement announcement = _underWay;
            _underWay = null;
            announcement.Acknowledged(uptimeMs);
        }

        private bool IsShed(int index, long uptimeMs)
        {
            Announcement announcement = _announcements[index];
            return Shortage >= announcement.SilentFrom
                || (Shortage >= announcement.HourlyFrom && uptimeMs - _publishedMs[index] < Limits.LeanReportMs);
        }

        private bool Publish(Announcement announcement, long uptimeMs)
        {
            _text.Clear();
            announcement.Write(_text, uptimeMs);
            _messageId = _broker.Publish(announcement.Topic, _text.ToArray(), announcement.IsRetained);
            if (_messageId == 0)
            {
                return false;
            }

            _underWay = announcement;
            _deadlineMs = uptimeMs + Limits.AcknowledgeTimeoutMs;
            return true;
        }
    }
}
