using System;
using System.Collections;
using UlmEdge.Core.Batches;

namespace UlmEdge.Core.Journal
{
    /// <summary>Batches in memory while the flash refuses them: bounded in bytes, the oldest gives way.</summary>
    internal sealed class MemoryQueue
    {
        private readonly ArrayList _batches = new ArrayList();
        private readonly BatchCodec _codec = new BatchCodec();
        private readonly byte[] _encoded = new byte[Limits.BatchBytesMax];
        private readonly int _bytesMax;

        /// <summary>An empty queue that holds this much, book-keeping included.</summary>
        public MemoryQueue(int bytesMax)
        {
            _bytesMax = bytesMax;
        }

        /// <summary>Batches.</summary>
        public int Count => _batches.Count;

        /// <summary>Bytes in use.</summary>
        public int Bytes { get; private set; }

        /// <summary>Samples.</summary>
        public int Samples { get; private set; }

        /// <summary>Adds a copy of a batch at the end.</summary>
        /// <returns>The number of samples that had to give way.</returns>
        public int Append(Batch batch)
        {
            int length = _codec.Encode(batch, _encoded);
            WaitingBatch waiting = new WaitingBatch
            {
                FirstSample = batch.FirstSample,
                EndSample = batch.EndSample,
                Bytes = new byte[length],
            };
            Array.Copy(_encoded, waiting.Bytes, length);
            int evicted = 0;
            while (Count > 0 && Bytes + Cost(waiting) > _bytesMax)
            {
                evicted += At(0).EndSample - At(0).FirstSample;
                RemoveAt(0);
            }

            _batches.Add(waiting);
            Bytes += Cost(waiting);
            Samples += waiting.EndSample - waiting.FirstSample;
            return evicted;
        }

        /// <summary>Reads the first batch that holds a sample from a number on.</summary>
        public bool TryRead(int fromSample, Batch batch)
        {
            for (int i = 0; i < Count; i++)
            {
                if (At(i).EndSample > fromSample)
                {
                    return _codec.TryDecode(At(i).Bytes, At(i).Bytes.Length, batch) == DecodeResult.Ok;
                }
            }

            return false;
        }

        /// <summary>Takes the oldest batch out.</summary>
        public bool TryTakeFirst(Batch batch)
        {
            bool isSound = Count > 0 && _codec.TryDecode(At(0).Bytes, At(0).Bytes.Length, batch) == DecodeResult.Ok;
            if (Count > 0)
            {
                RemoveAt(0);
            }

            return isSound;
        }

        /// <summary>Removes the batches within a range of samples.</summary>
        /// <returns>The number of samples removed.</returns>
        public int Remove(int firstSample, int endSample)
        {
            int removed = 0;
            for (int i = Count - 1; i >= 0; i--)
            {
                if (At(i).FirstSample >= firstSample && At(i).EndSample <= endSample)
                {
                    removed += At(i).EndSample - At(i).FirstSample;
                    RemoveAt(i);
                }
            }

            return removed;
        }

        private static int Cost(WaitingBatch batch)
        {
            return batch.Bytes.Length + Limits.WaitingBatchOverheadBytes;
        }

        private WaitingBatch At(int index)
        {
            return (WaitingBatch)_batches[index];
        }

        private void RemoveAt(int index)
        {
            Bytes -= Cost(At(index));
            Samples -= At(index).EndSample - At(index).FirstSample;
            _batches.RemoveAt(index);
        }
    }
}
