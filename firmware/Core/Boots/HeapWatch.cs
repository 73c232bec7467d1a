using UlmEdge.Ports;

namespace UlmEdge.Core.Boots
{
    /// <summary>Looks at the free memory, and says what to do without so that the samples go on.</summary>
    public sealed class HeapWatch
    {
        private readonly IBoardHealth _board;
        private readonly Restarts _restarts;
        private readonly IEventLog _log;
        private long _nextMs;
        private long _leastSinceMs;

        /// <summary>A watch that has seen nothing yet.</summary>
        public HeapWatch(IBoardHealth board, Restarts restarts, IEventLog log)
        {
            _board = board;
            _restarts = restarts;
            _log = log;
        }

        /// <summary>What to do without: one of <see cref="Shedding"/>.</summary>
        public int Level { get; private set; }

        /// <summary>Looks, if it is time to.</summary>
        public void Tick(long uptimeMs)
        {
            if (uptimeMs < _nextMs)
            {
                return;
            }

            _nextMs = uptimeMs + Limits.HeapCheckMs;
            int level = LevelFor(_board.FreeHeapBytes);
            if (level != Level)
            {
                Level = level;
                _leastSinceMs = uptimeMs;
                _log.Record(NodeEvent.MemoryShort, level);
            }

            if (Level == Shedding.Least && uptimeMs - _leastSinceMs >= Limits.LeastHeapMs)
            {
                _leastSinceMs = uptimeMs; // If it is refused, it is asked for again as late.
                _restarts.Ask(RestartReason.Memory);
            }
        }

        // More must be free to leave a level than to enter it, so that it does not come and go.
        private int LevelFor(int freeBytes)
        {
            if (freeBytes == int.MinValue)
            {
                return Shedding.Nothing;
            }

            int leastBytes = Limits.LeastHeapBytes + (Level == Shedding.Least ? Limits.HeapMarginBytes : 0);
            int leanBytes = Limits.LeanHeapBytes + (Level != Shedding.Nothing ? Limits.HeapMarginBytes : 0);
            return freeBytes < leastBytes ? Shedding.Least : freeBytes < leanBytes ? Shedding.Lean : Shedding.Nothing;
        }
    }
}
