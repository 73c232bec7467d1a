namespace UlmEdge.Core.Journal
{
    /// <summary>When waiting samples were taken, in a few marks: exact at a mark, too early between two.</summary>
    /// <remarks>
    /// Bounded: when all marks are used, that goes whose neighbours are closest. So those of an outage, however long, stand a
    /// seventh of its samples apart at most, or a batch. Invariant: marks increase.
    /// </remarks>
    public sealed class SampleTimes
    {
        /// <summary>Marks that fit.</summary>
        public const int MarksMax = 16;

        private readonly int[] _samples = new int[MarksMax];
        private readonly long[] _uptimeSeconds = new long[MarksMax];

        /// <summary>Marks.</summary>
        public int Count { get; private set; }

        /// <summary>Notes when a sample was taken.</summary>
        /// <param name="sample">Its number.</param>
        /// <param name="uptimeSeconds">Seconds of this boot's uptime; negative for an earlier boot.</param>
        /// <param name="settledUpTo">Of the samples below this number only the last mark is of use.</param>
        public void Mark(int sample, long uptimeSeconds, int settledUpTo)
        {
            int settled = CountUpTo(settledUpTo);
            if (settled > 1)
            {
                Remove(0, settled - 1);
            }

            int at = CountUpTo(sample);
            if (at > 0 && _samples[at - 1] == sample)
            {
                _uptimeSeconds[at - 1] = uptimeSeconds;
                return;
            }

            if (Count == MarksMax)
            {
                RemoveClosest();
                at = CountUpTo(sample);
            }

            for (int i = Count; i > at; i--)
            {
                Move(i - 1, i);
            }

            _samples[at] = sample;
            _uptimeSeconds[at] = uptimeSeconds;
            Count++;
        }

        /// <summary>Finds when a sample was taken.</summary>
        /// <param name="sample">Its number.</param>
        /// <param name="uptimeSeconds">Seconds of this boot's uptime at the last mark that is not behind it.</param>
        /// <returns>False if all marks are behind it.</returns>
        public bool TryFind(int sample, out long uptimeSeconds)
        {
            int count = CountUpTo(sample);
            uptimeSeconds = count > 0 ? _uptimeSeconds[count - 1] : 0;
            return count > 0;
        }

        private int CountUpTo(int sample)
        {
            int count = 0;
            while (count < Count && _samples[count] <= sample)
            {
                count++;
            }

            return count;
        }

        private void RemoveClosest()
        {
            int closest = 1;
            for (int i = 2; i < Count - 1; i++)
            {
                if (_samples[i + 1] - _samples[i - 1] < _samples[closest + 1] - _samples[closest - 1])
                {
                    closest = i;
                }
            }

            Remove(closest, 1);
        }

        private void Remove(int at, int count)
        {
            Count -= count;
            for (int i = at; i < Count; i++)
            {
                Move(i + count, i);
            }
        }

        private void Move(int from, int to)
        {
            _samples[to] = _samples[from];
            _uptimeSeconds[to] = _uptimeSeconds[from];
        }
    }
}
