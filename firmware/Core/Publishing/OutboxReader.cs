using UlmEdge.Core.Batches;
using UlmEdge.Core.Time;
using UlmEdge.Ports;

namespace UlmEdge.Core.Publishing
{
    /// <summary>Reads the oldest batch of the outbox back and dates it. What cannot be read is counted and removed.</summary>
    internal sealed class OutboxReader
    {
        private readonly IOutbox _outbox;
        private readonly BootClock _clock;
        private readonly NodeCounters _counters;
        private readonly IEventLog _log;
        private readonly BatchCodec _codec = new BatchCodec();
        private readonly byte[] _stored = new byte[Limits.BatchBytesMax];

        /// <summary>A reader of an outbox that holds this boot's batches.</summary>
        public OutboxReader(IOutbox outbox, BootClock clock, NodeCounters counters, IEventLog log)
        {
            _outbox = outbox;
            _clock = clock;
            _counters = counters;
            _log = log;
        }

        /// <summary>The batch read last, with Unix times.</summary>
        public Batch Batch { get; } = new Batch();

        /// <summary>Reads the oldest batch that can be read; the clock must be set.</summary>
        /// <returns>False if there is none.</returns>
        public bool TryRead()
        {
            while (_outbox.Count > 0)
            {
                int first = _outbox.OldestSample;
                if (_outbox.TryPeek(_stored, out int length) && _codec.TryDecode(_stored, length, Batch) == DecodeResult.Ok)
                {
                    Date();
                    return true;
                }

                int lost = _outbox.Remove(first);
                _counters.SamplesUnreadable += lost;
                _log.Record(NodeEvent.BatchUnreadable, lost);
            }

            return false;
        }

        private void Date()
        {
            for (int i = 0; !Batch.TimesAreUnix && i < Batch.SampleCount; i++)
            {
                Batch.TimesSeconds[i] = _clock.UnixSecondsAt(Batch.TimesSeconds[i]);
            }

            Batch.TimesAreUnix = true;
        }
    }
}
