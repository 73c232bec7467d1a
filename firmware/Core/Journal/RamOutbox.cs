using System;
using System.Collections;
using UlmEdge.Ports;

namespace UlmEdge.Core.Journal
{
    /// <summary>An outbox in memory: bounded in bytes, the oldest batch gives way. A power cut loses what waits here.</summary>
    public sealed class RamOutbox : IOutbox
    {
        private readonly ArrayList _entries = new ArrayList();
        private readonly int _bytesMax;
        private int _bytes;

        /// <summary>An empty outbox that holds this much, book-keeping included.</summary>
        public RamOutbox(int bytesMax)
        {
            _bytesMax = bytesMax;
        }

        /// <inheritdoc/>
        public int Count => _entries.Count;

        /// <inheritdoc/>
        public int OldestSample => Count == 0 ? 0 : Oldest.FirstSample;

        private OutboxEntry Oldest => (OutboxEntry)_entries[0];

        /// <inheritdoc/>
        public int Append(byte[] bytes, int length, int firstSample, int sampleCount)
        {
            int evicted = 0;
            int needed = length + Limits.OutboxEntryOverheadBytes;
            while (Count > 0 && _bytes + needed > _bytesMax)
            {
                evicted += RemoveOldest();
            }

            byte[] copy = new byte[length];
            Array.Copy(bytes, copy, length);
            _entries.Add(new OutboxEntry { Bytes = copy, FirstSample = firstSample, SampleCount = sampleCount });
            _bytes += needed;
            return evicted;
        }

        /// <inheritdoc/>
        public bool TryPeek(byte[] buffer, out int length)
        {
            length = 0;
            if (Count == 0)
            {
                return false;
            }

            length = Oldest.Bytes.Length;
            Array.Copy(Oldest.Bytes, buffer, length);
            return true;
        }

        /// <inheritdoc/>
        public int Remove(int firstSample)
        {
            return Count > 0 && Oldest.FirstSample == firstSample ? RemoveOldest() : 0;
        }

        private int RemoveOldest()
        {
            OutboxEntry oldest = Oldest;
            _entries.RemoveAt(0);
            _bytes -= oldest.Bytes.Length + Limits.OutboxEntryOverheadBytes;
            return oldest.SampleCount;
        }
    }
}
