using UlmEdge.Core;
using UlmEdge.Core.Batches;
using UlmEdge.Core.Journal;

namespace UlmEdge.OnDevice
{
    using nanoFramework.TestFramework; // Within: the desk has an Assert of its own.

    /// <summary>A journal's surroundings; made by each test, because the board's launcher makes no object of a test class.</summary>
    internal sealed class JournalBench
    {
        private const long StartSeconds = 1_795_305_600;

        private readonly QuietWorld _world = new QuietWorld();
        private readonly Batch _batch = new Batch();

        /// <summary>The flash.</summary>
        public MemoryStore Store { get; } = new MemoryStore();

        /// <summary>A boot.</summary>
        public Journal Open(int segmentsMax)
        {
            return new Journal(Store, "donau-07", _world, _world, segmentsMax);
        }

        /// <summary>Appends batches of ten samples.</summary>
        public void Append(Journal journal, int batches)
        {
            for (int i = 0; i < batches; i++)
            {
                Fill(journal);
                Assert.IsTrue(journal.Append(_batch));
            }
        }

        // Ten minutes of three quantities, noisy so that they take room.
        private void Fill(Journal journal)
        {
            _batch.Epoch = journal.Epoch;
            _batch.Boot = journal.Boot;
            _batch.FirstSample = journal.NextSample;
            _batch.TimesAreUnix = true;
            _batch.WindowSeconds = 0;
            _batch.RowCount = 10;
            _batch.ChannelCount = 3;
            for (int row = 0; row < 10; row++)
            {
                _batch.TimesSeconds[row] = StartSeconds + (60 * (journal.NextSample + row));
                for (int column = 0; column < 3; column++)
                {
                    _batch.Channels[column] = column;
                    _batch.Values[_batch.CellAt(row, column)] = Noise((3 * (journal.NextSample + row)) + column);
                    _batch.Reasons[_batch.CellAt(row, column)] = 0;
                }
            }
        }

        /// <summary>Reads and acknowledges all that waits; returns how many samples that was.</summary>
        public int Drain(Journal journal)
        {
            int samples = 0;
            while (journal.UnsettledCount > 0)
            {
                if (journal.TryReadNext(0, _batch))
                {
                    samples += journal.Acknowledge(_batch.FirstSample, _batch.EndSample, _batch.IsSummary);
                }
            }

            return samples;
        }

        private static int Noise(int number)
        {
            uint mixed = (uint)number * 2654435761;
            return (int)(long)(mixed >> 20);
        }
    }
}
