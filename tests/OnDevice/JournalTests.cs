using UlmEdge.Core;
using UlmEdge.Core.Batches;
using UlmEdge.Core.Journal;

namespace UlmEdge.OnDevice
{
    using nanoFramework.TestFramework; // Within: the desk has a TestClass and an Assert of its own.

    /// <summary>The journal where memory is small and arithmetic is the board's.</summary>
    [TestClass]
    public class JournalTests
    {
        private const long StartSeconds = 1_795_305_600;

        private readonly QuietWorld _world = new QuietWorld();
        private readonly Batch _batch = new Batch();
        private MemoryStore _store = new MemoryStore();

        [TestMethod]
        public void What_was_appended_is_there_after_a_boot_until_it_is_acknowledged()
        {
            Journal journal = Begin(8);
            Append(journal, 30);
            journal = Open(8);
            Assert.AreEqual(2, journal.Boot);
            Assert.AreEqual(300, journal.NextSample);
            Assert.AreEqual(300, Drain(journal));
            Assert.AreEqual(300, journal.SettledUpTo);
            Append(journal, 1); // Its record says what was acknowledged.
            journal = Open(8);
            Assert.AreEqual(300, journal.SettledUpTo);
            Assert.AreEqual(10, journal.UnsettledCount);
        }

        [TestMethod]
        public void A_torn_tail_costs_what_was_torn_and_no_number_twice()
        {
            Append(Begin(8), 5);
            byte[] whole = _store.ContentOf("j0000001.0");
            _store.Write("j0000001.0", whole, whole.Length - 1);
            Journal journal = Open(8);
            Assert.AreEqual(40, journal.NextSample);
            Append(journal, 1);
            Assert.IsTrue(_store.Has("j0000002.0"));
            Assert.AreEqual(50, Drain(journal));
            Assert.AreEqual(0, journal.Account(0, 50).Unreadable);
        }

        [TestMethod]
        public void Flipped_bits_cost_one_record_and_are_counted()
        {
            Append(Begin(8), 5);
            byte[] content = _store.ContentOf("j0000001.0");
            content[content.Length / 2] ^= 0x80;
            Journal journal = Open(8);
            Assert.AreEqual(40, Drain(journal));
            LedgerTotals totals = journal.Account(0, journal.NextSample);
            Assert.AreEqual(10, totals.Unreadable);
            Assert.AreEqual(40, totals.Sent);
        }

        [TestMethod]
        public void A_small_journal_that_fills_becomes_coarse_and_then_lets_the_oldest_go()
        {
            Journal journal = Begin(4);
            LedgerTotals totals = journal.Account(0, 0);
            for (int i = 0; i < 2_000 && totals.Evicted == 0; i++)
            {
                Append(journal, 1);
                journal.Work();
                totals = journal.Account(0, journal.NextSample);
                Assert.IsTrue(journal.SegmentCount <= 4);
                Assert.AreEqual(totals.Taken, totals.Waiting + totals.Thinned + totals.Evicted);
            }

            Assert.IsTrue(totals.Thinned > 0);
            Assert.IsTrue(totals.Evicted > 0);
            journal = Open(4);
            Assert.AreEqual(totals.Waiting + totals.Thinned, Drain(journal));
            Assert.AreEqual(totals.Waiting, journal.Account(0, journal.NextSample).Sent);
        }

        private static int Noise(int number)
        {
            uint mixed = (uint)number * 2654435761;
            return (int)(long)(mixed >> 20);
        }

        // The board makes one object for all tests of a class.
        private Journal Begin(int segmentsMax)
        {
            _store = new MemoryStore();
            return Open(segmentsMax);
        }

        private Journal Open(int segmentsMax)
        {
            return new Journal(_store, "donau-07", _world, _world, segmentsMax);
        }

        private void Append(Journal journal, int batches)
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

        // Reads and acknowledges all that waits; returns how many samples that was.
        private int Drain(Journal journal)
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
    }
}
