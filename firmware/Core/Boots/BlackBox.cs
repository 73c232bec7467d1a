using UlmEdge.Core.Publishing;
using UlmEdge.Ports;

namespace UlmEdge.Core.Boots
{
    /// <summary>The last notable events, in a ring that outlives a restart of the node's own.</summary>
    /// <remarks>It allocates nothing once it is there, since it is needed when memory is short.</remarks>
    public sealed class BlackBox : IEventLog
    {
        private const string FileName = "blackbox.bin";

        private readonly IFileStore _store;
        private readonly IEventLog _next;
        private readonly int[] _numbers = new int[Limits.BlackBoxEvents * BlackBoxEvent.Numbers];
        private readonly byte[] _buffer = new byte[BlackBoxFile.BytesMax];
        private int _newest;

        /// <summary>A box that holds what an earlier boot has left in flash.</summary>
        /// <param name="store">The flash.</param>
        /// <param name="next">Is told every event, notable or not.</param>
        public BlackBox(IFileStore store, IEventLog next)
        {
            _store = store;
            _next = next;
            IsSaved = store.Read(FileName, _buffer, out int length) == StoreResult.Done;
            Count = BlackBoxFile.Read(_buffer, length, _numbers);
            _newest = Count - 1;
        }

        /// <summary>Whether what was saved is in flash still: nobody has acknowledged it.</summary>
        public bool IsSaved { get; private set; }

        /// <summary>Events in the ring.</summary>
        public int Count { get; private set; }

        /// <summary>Seconds since power-on.</summary>
        public long UptimeSeconds { get; set; }

        /// <summary>Number of this boot, or 0 while it is unknown.</summary>
        public int Boot { get; private set; }

        /// <summary>The number of this boot is known: what was noted before belongs to it, too.</summary>
        public void Begin(int boot)
        {
            Boot = boot;
            for (int i = 0; i < Count; i++)
            {
                int at = PlaceOf(i) + BlackBoxEvent.Boot;
                _numbers[at] = _numbers[at] == 0 ? boot : _numbers[at];
            }
        }

        /// <summary>A number of an event.</summary>
        /// <param name="index">The event, the oldest one at 0.</param>
        /// <param name="number">A place of <see cref="BlackBoxEvent"/>.</param>
        public int NumberAt(int index, int number)
        {
            return _numbers[PlaceOf(index) + number];
        }

        /// <inheritdoc/>
        public void Record(NodeEvent what, int detail)
        {
            if (IsNotable(what) && !IsRepeated((int)what, detail))
            {
                _newest = (_newest + 1) % Limits.BlackBoxEvents;
                Count = Count < Limits.BlackBoxEvents ? Count + 1 : Count;
                int at = _newest * BlackBoxEvent.Numbers;
                _numbers[at + BlackBoxEvent.Boot] = Boot;
                _numbers[at + BlackBoxEvent.UptimeSeconds] = (int)UptimeSeconds;
                _numbers[at + BlackBoxEvent.Code] = (int)what;
                _numbers[at + BlackBoxEvent.Detail] = detail;
            }

            _next.Record(what, detail);
        }

        /// <summary>Makes the ring durable.</summary>
        public bool Save()
        {
            int length = BlackBoxFile.Write(this, _buffer);
            bool isDone = _store.Write(FileName, _buffer, length) == StoreResult.Done;
            IsSaved |= isDone;
            return isDone;
        }

        /// <summary>The broker has what was saved.</summary>
        public void Acknowledged()
        {
            if (IsSaved)
            {
                IsSaved = _store.Delete(FileName) != StoreResult.Done; // Refused: then it is sent once more by the next boot.
            }
        }

        /// <summary>Writes the ring as JSON, see the contract.</summary>
        public void Write(TextBuffer text)
        {
            text.Append("{\"boot\":");
            text.AppendInteger(Boot);
            text.Append(",\"events\":[");
            for (int i = 0; i < Count; i++)
            {
                text.Append(i == 0 ? "[" : ",[");
                for (int number = 0; number < BlackBoxEvent.Numbers; number++)
                {
                    text.Append(number == 0 ? string.Empty : ",");
                    text.AppendInteger(NumberAt(i, number));
                }

                text.Append((byte)']');
            }

            text.Append("]}");
        }

        // What happens all the time would drive out what matters.
        private static bool IsNotable(NodeEvent what)
        {
            return what != NodeEvent.BatchSent && what != NodeEvent.BatchAcknowledged && what != NodeEvent.BrokerUnreachable
                && what != NodeEvent.LinkUp;
        }

        private bool IsRepeated(int code, int detail)
        {
            int last = Count - 1;
            return Count > 0 && NumberAt(last, BlackBoxEvent.Boot) == Boot
                && NumberAt(last, BlackBoxEvent.Code) == code && NumberAt(last, BlackBoxEvent.Detail) == detail;
        }

        private int PlaceOf(int index)
        {
            int place = (_newest + 1 + index + Limits.BlackBoxEvents - Count) % Limits.BlackBoxEvents;
            return place * BlackBoxEvent.Numbers;
        }
    }
}
