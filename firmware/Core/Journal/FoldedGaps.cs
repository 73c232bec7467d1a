using UlmEdge.Core.Batches;

namespace UlmEdge.Core.Journal
{
    /// <summary>What became of the oldest samples of a ledger, in sums: which they are is not known any more.</summary>
    internal sealed class FoldedGaps
    {
        private readonly int[] _samples = new int[GapEntry.Causes];
        private int _rows;

        /// <summary>The sums are of the samples below this number; those without a cause were sent.</summary>
        public int UpTo { get; private set; }

        /// <summary>Forgets everything.</summary>
        public void Clear()
        {
            UpTo = 0;
            _rows = 0;
            for (int i = 0; i < GapEntry.Causes; i++)
            {
                _samples[i] = 0;
            }
        }

        /// <summary>Adds the entry that follows, and the sent samples before it.</summary>
        public void Add(GapEntry entry)
        {
            _samples[(int)entry.Cause] += entry.Size;
            _rows += entry.Rows;
            UpTo = entry.End;
        }

        /// <summary>Adds a part of the sums: each cause has its share, and what rounding leaves was sent.</summary>
        public void AddTo(LedgerTotals totals, int samples)
        {
            if (samples == 0)
            {
                return;
            }

            int sent = samples;
            for (int i = 0; i < GapEntry.Causes; i++)
            {
                int share = GapEntry.Share(_samples[i], samples, UpTo);
                totals.Add((GapCause)i, share);
                sent -= share;
            }

            totals.ThinnedInto += GapEntry.Share(_rows, samples, UpTo);
            totals.Sent += sent;
        }

        /// <summary>Writes the sums.</summary>
        public void Write(BitWriter writer)
        {
            writer.WriteVarint((uint)UpTo);
            writer.WriteVarint((uint)_rows);
            for (int i = 0; i < GapEntry.Causes; i++)
            {
                writer.WriteVarint((uint)_samples[i]);
            }
        }

        /// <summary>Reads sums.</summary>
        /// <returns>False if they are more than there were samples; then they are undefined.</returns>
        public bool Read(BitReader reader)
        {
            UpTo = (int)(long)reader.ReadVarint();
            _rows = (int)(long)reader.ReadVarint();
            bool isSound = UpTo >= 0 && _rows >= 0;
            long sum = 0;
            for (int i = 0; i < GapEntry.Causes; i++)
            {
                _samples[i] = (int)(long)reader.ReadVarint();
                isSound &= _samples[i] >= 0;
                sum += _samples[i];
            }

            return isSound && sum <= UpTo;
        }
    }
}
