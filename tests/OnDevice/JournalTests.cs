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
        [TestMethod]
        public void What_was_appended_is_there_after_a_boot_until_it_is_acknowledged()
        {
            JournalBench bench = new JournalBench();
            Journal journal = bench.Open(8);
            bench.Append(journal, 30);
            journal = null!; // The board has no room for two.
            journal = bench.Open(8);
            Assert.AreEqual(2, journal.Boot);
            Assert.AreEqual(300, journal.NextSample);
            Assert.AreEqual(300, bench.Drain(journal));
            Assert.AreEqual(300, journal.SettledUpTo);
            bench.Append(journal, 1); // Its record says what was acknowledged.
            journal = null!; // The board has no room for two.
            journal = bench.Open(8);
            Assert.AreEqual(300, journal.SettledUpTo);
            Assert.AreEqual(10, journal.UnsettledCount);
        }

        [TestMethod]
        public void A_torn_tail_costs_what_was_torn_and_no_number_twice()
        {
            JournalBench bench = new JournalBench();
            bench.Append(bench.Open(8), 5);
            byte[] whole = bench.Store.ContentOf("j0000001.0");
            bench.Store.Write("j0000001.0", whole, whole.Length - 1);
            Journal journal = bench.Open(8);
            Assert.AreEqual(40, journal.NextSample);
            bench.Append(journal, 1);
            Assert.IsTrue(bench.Store.Has("j0000002.0"));
            Assert.AreEqual(50, bench.Drain(journal));
            Assert.AreEqual(0, journal.Account(0, 50).Unreadable);
        }

        [TestMethod]
        public void Flipped_bits_cost_one_record_and_are_counted()
        {
            JournalBench bench = new JournalBench();
            bench.Append(bench.Open(8), 5);
            byte[] content = bench.Store.ContentOf("j0000001.0");
            content[content.Length / 2] ^= 0x80;
            Journal journal = bench.Open(8);
            Assert.AreEqual(40, bench.Drain(journal));
            LedgerTotals totals = journal.Account(0, journal.NextSample);
            Assert.AreEqual(10, totals.Unreadable);
            Assert.AreEqual(40, totals.Sent);
        }

        [TestMethod]
        public void A_small_journal_that_fills_becomes_coarse_and_then_lets_the_oldest_go()
        {
            JournalBench bench = new JournalBench();
            Journal journal = bench.Open(4);
            LedgerTotals totals = journal.Account(0, 0);
            for (int i = 0; i < 2_000 && totals.Evicted == 0; i++)
            {
                bench.Append(journal, 1);
                journal.Work();
                totals = journal.Account(0, journal.NextSample);
                Assert.IsTrue(journal.SegmentCount <= 4);
                Assert.AreEqual(totals.Taken, totals.Waiting + totals.Thinned + totals.Evicted);
            }

            Assert.IsTrue(totals.Thinned > 0);
            Assert.IsTrue(totals.Evicted > 0);
            journal = null!; // The board has no room for two.
            journal = bench.Open(4);
            Assert.AreEqual(totals.Waiting + totals.Thinned, bench.Drain(journal));
            Assert.AreEqual(totals.Waiting, journal.Account(0, journal.NextSample).Sent);
        }
    }
}
