using UlmEdge.Core.Batches;

namespace UlmEdge.Core.Publishing
{
    /// <summary>The messages under way: a few at a time, answered in any order.</summary>
    public sealed class SendWindow
    {
        private readonly Sending[] _places;

        /// <summary>An empty window.</summary>
        /// <param name="size">Messages that may be under way together, 1 to <see cref="Limits.WindowMax"/>.</param>
        public SendWindow(int size)
        {
            _places = new Sending[size];
            for (int i = 0; i < size; i++)
            {
                _places[i] = new Sending();
            }
        }

        /// <summary>Messages under way.</summary>
        public int Count { get; private set; }

        /// <summary>Bytes of all messages under way.</summary>
        public int Bytes { get; private set; }

        /// <summary>Whether another message may follow.</summary>
        public bool HasRoom => IsNarrow ? Count == 0 : Count < _places.Length;

        /// <summary>Whether only one message at a time may be under way: memory is short.</summary>
        public bool IsNarrow { get; set; }

        /// <summary>Takes note of a message.</summary>
        public void Add(int messageId, Batch batch, int bytes, long deadlineMs)
        {
            Sending place = Find(0);
            place.MessageId = messageId;
            place.Epoch = batch.Epoch;
            place.FirstSample = batch.FirstSample;
            place.EndSample = batch.EndSample;
            place.IsSummary = batch.IsSummary;
            place.Bytes = bytes;
            place.DeadlineMs = deadlineMs;
            Count++;
            Bytes += bytes;
        }

        /// <summary>The message with a packet identifier, or null.</summary>
        public Sending Find(int messageId)
        {
            foreach (Sending place in _places)
            {
                if (place.MessageId == messageId)
                {
                    return place;
                }
            }

            return null;
        }

        /// <summary>Frees the place of a message.</summary>
        public void Remove(Sending sending)
        {
            sending.MessageId = 0;
            Count--;
            Bytes -= sending.Bytes;
        }

        /// <summary>Frees all places.</summary>
        public void Clear()
        {
            foreach (Sending place in _places)
            {
                place.MessageId = 0;
            }

            Count = 0;
            Bytes = 0;
        }

        /// <summary>Whether a message has waited too long for its answer.</summary>
        public bool IsOverdue(long uptimeMs)
        {
            foreach (Sending place in _places)
            {
                if (place.MessageId != 0 && uptimeMs >= place.DeadlineMs)
                {
                    return true;
                }
            }

            return false;
        }

        /// <summary>The first sample of a range that is under way, or the range's end.</summary>
        public int FirstUnderWay(int first, int end)
        {
            foreach (Sending place in _places)
            {
                if (place.MessageId != 0 && place.EndSample > first && place.FirstSample < end)
                {
                    end = place.FirstSample > first ? place.FirstSample : first;
                }
            }

            return end;
        }

        /// <summary>Whether a batch that holds this sample is under way.</summary>
        public bool Holds(int epoch, int sample)
        {
            foreach (Sending place in _places)
            {
                if (place.MessageId != 0 && place.Epoch == epoch && place.FirstSample <= sample && place.EndSample > sample)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
