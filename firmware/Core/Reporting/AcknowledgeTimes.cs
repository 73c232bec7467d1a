namespace UlmEdge.Core.Reporting
{
    /// <summary>How long the broker takes to acknowledge a message, as far as the loop can see: it looks every 100 ms.</summary>
    /// <remarks>Allocates nothing. A message beyond those that can be under way together is not measured.</remarks>
    public sealed class AcknowledgeTimes
    {
        private readonly int[] _messageIds = new int[Limits.WindowMax];
        private readonly long[] _beganMs = new long[Limits.WindowMax];
        private long _sumMs;

        /// <summary>Messages that were acknowledged since <see cref="Restart"/>.</summary>
        public int Count { get; private set; }

        /// <summary>The mean of their times in milliseconds, or -1 without any.</summary>
        public int MeanMs => Count == 0 ? -1 : (int)(_sumMs / Count);

        /// <summary>The longest of their times in milliseconds, or -1 without any.</summary>
        public int MaxMs { get; private set; } = -1;

        /// <summary>A message was handed to the connection.</summary>
        /// <param name="messageId">Its packet identifier, at least 1.</param>
        /// <param name="uptimeMs">Now.</param>
        public void Begin(int messageId, long uptimeMs)
        {
            int place = PlaceOf(messageId);
            place = place < 0 ? PlaceOf(0) : place;
            if (place >= 0)
            {
                _messageIds[place] = messageId;
                _beganMs[place] = uptimeMs;
            }
        }

        /// <summary>Its acknowledgement was seen. One of a message that is not known counts for nothing.</summary>
        public void End(int messageId, long uptimeMs)
        {
            int place = messageId == 0 ? -1 : PlaceOf(messageId);
            if (place < 0)
            {
                return;
            }

            _messageIds[place] = 0;
            int elapsedMs = (int)(uptimeMs - _beganMs[place]);
            Count++;
            _sumMs += elapsedMs;
            MaxMs = elapsedMs > MaxMs ? elapsedMs : MaxMs;
        }

        /// <summary>The connection is over: what was under way has no time.</summary>
        public void Abandon()
        {
            for (int i = 0; i < _messageIds.Length; i++)
            {
                _messageIds[i] = 0;
            }
        }

        /// <summary>The times were reported: those that come are counted anew.</summary>
        public void Restart()
        {
            Count = 0;
            MaxMs = -1;
            _sumMs = 0;
        }

        private int PlaceOf(int messageId)
        {
            for (int i = 0; i < _messageIds.Length; i++)
            {
                if (_messageIds[i] == messageId)
                {
                    return i;
                }
            }

            return -1;
        }
    }
}
