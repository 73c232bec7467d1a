using CsCheck;
using UlmEdge.Core;
using UlmEdge.Core.Batches;
using UlmEdge.Core.Journal;
using UlmEdge.Ports;
using UlmEdge.Simulator.Faults;

namespace UlmEdge.Tests.Core.Journals;

/// <summary>When it fills: what the broker has goes first, then batches move together, then they become coarse, then they go.</summary>
public class HousekeepingTests
{
    [Fact]
    public void What_is_settled_goes_first_and_nothing_becomes_coarse()
    {
        JournalBench bench = new(8);
        for (int i = 0; i < 1_000; i++)
        {
            Assert.True(bench.Append(10));
            bench.Work();
            bench.Drain();
        }

        Assert.Equal((10_000, 10_000), (bench.Account().Taken, bench.Account().Sent));
        Assert.InRange(bench.Journal.SegmentCount, 2, 8); // As long as there is room, also what was sent is kept.
        Assert.InRange(bench.Segments.Length, 2, 8);
    }

    [Fact]
    public void Loose_batches_move_together_and_nothing_is_lost()
    {
        JournalBench bench = new(8);
        while (!bench.Segments.Any(name => name.EndsWith(".1")))
        {
            Assert.True(bench.Append(2));
            bench.Work();
        }

        int samples = bench.Journal.NextSample;
        bench.AssertSamples(samples, 0);
        Assert.Equal((samples, samples), (bench.Account().Waiting, bench.Account().Taken));
        Assert.Contains(bench.Waiting(), batch => batch.RowCount == 20);
        bench.Open();
        bench.AssertSamples(samples, 0);
    }

    [Theory]
    [InlineData(60, 10)]
    [InlineData(1, 20)]
    [InlineData(900, 4)]
    [InlineData(7_200, 1)]
    public void First_ten_minutes_then_hours_then_the_oldest_goes(int stepSeconds, int rows)
    {
        JournalBench bench = new(8) { Step = stepSeconds };
        List<string> seen = [];
        for (int i = 0; i < 300_000 && bench.Account().Evicted == 0; i++)
        {
            Assert.True(bench.Append(rows));
            Assert.InRange(bench.Journal.SegmentCount, 1, 8);
            if (i % 3 == 0)
            {
                bench.Journal.Work();
            }

            seen.AddRange(bench.Segments.Select(name => name[^2..]).Where(level => !seen.Contains(level)));
        }

        LedgerTotals totals = bench.Account();
        Assert.True(totals.Evicted > 0);
        Assert.Equal((totals.Taken, 0), (totals.Waiting + totals.Thinned + totals.Evicted, totals.Unreadable));
        bench.AssertSamples(totals.Taken, totals.Evicted);
        string before = bench.AccountText();
        bench.Open();
        Assert.Equal(before, bench.AccountText());
        bench.AssertSamples(totals.Taken, totals.Evicted);
        if (stepSeconds == 60)
        {
            Assert.Equal([".0", ".1", ".2", ".3"], seen);
        }

        bench.Drain(); // Also where a batch became coarse in part only.
        Assert.Equal(totals.Evicted, bench.Account().Evicted);
        Assert.Equal(0, bench.Account().Waiting);
    }

    [Fact]
    public void A_result_has_its_place_before_it_is_told()
    {
        JournalBench bench = new(8) { HasNoMemoryFor = NodeEvent.SamplesThinned };
        Assert.Throws<OutOfMemoryException>(() =>
        {
            for (int i = 0; i < 10_000; i++)
            {
                Assert.True(bench.Append(10));
                bench.Work();
            }
        });
        Assert.InRange(bench.Journal.SegmentCount, 2, 6);
        bench.Drain(); // What waits is what the ledger says, before anything is rewritten again.
        Assert.Equal((0, bench.Account().Taken), (bench.Account().Waiting, bench.Account().Sent + bench.Account().Thinned));
    }

    [Fact]
    public void Half_of_what_was_written_stays_as_it_was_when_some_becomes_coarse()
    {
        JournalBench bench = new(8);
        while (bench.Account().Thinned == 0)
        {
            Assert.True(bench.Append(10));
            bench.Work();
        }

        Assert.InRange(bench.Account().Waiting, 0.4 * bench.Account().Taken, bench.Account().Taken);
        Assert.Contains(bench.Events, e => e.What == NodeEvent.SamplesThinned && e.Detail == bench.Account().Thinned);
    }

    [Fact]
    public void A_slow_sampler_s_batches_become_hourly_no_more_of_them_than_must()
    {
        JournalBench bench = new(8) { Step = 300 }; // Ten minutes hold two samples: that would bring nothing.
        while (bench.Account().Thinned == 0)
        {
            Assert.Equal(0, bench.Account().Evicted);
            Assert.True(bench.Append(10));
            bench.Work();
        }

        Assert.True(bench.Account().Waiting > bench.Account().Taken / 3, bench.AccountText());
    }

    [Fact]
    public void A_summary_that_was_sent_settles_its_samples_and_they_stay_thinned()
    {
        JournalBench bench = Filled(8, 12_000);
        LedgerTotals before = bench.Account();
        bench.Drain();
        LedgerTotals after = bench.Account();
        Assert.Equal((before.Thinned, before.Evicted, before.ThinnedInto), (after.Thinned, after.Evicted, after.ThinnedInto));
        Assert.Equal((before.Waiting, 0), (after.Sent, after.Waiting));
        Assert.Equal(0, bench.Journal.UnsettledCount);
    }

    [Fact]
    public void A_batch_that_became_coarse_under_way_is_not_said_to_be_sent()
    {
        JournalBench bench = new(8);
        bench.Append(10);
        while (bench.Account().Thinned == 0)
        {
            bench.Append(10);
            bench.Work();
        }

        string before = bench.AccountText();
        Assert.Equal(0, bench.Journal.Acknowledge(0, 10));
        Assert.Equal(before, bench.AccountText());
    }

    [Fact]
    public void The_clock_stays_behind_the_batches_that_it_dates_whatever_becomes_of_them()
    {
        JournalBench bench = new(6) { TimesAreUnix = false };
        int boots = 0;
        while (bench.Account().Evicted == 0)
        {
            for (int i = 0; i < 25; i++)
            {
                Assert.True(bench.Append(3));
                bench.Work();
            }

            Assert.True(bench.AppendClock(JournalBench.Midnight + bench.Journal.Boot));
            if (++boots % 8 == 0)
            {
                AssertClocks(bench);
            }

            bench.Open();
        }

        Assert.True(boots > 20);
    }

    [Fact]
    public void A_clock_that_finds_no_room_behind_its_batch_keeps_its_place() => Gen.Int[1, 6].Array[3].Sample(rows =>
    {
        JournalBench bench = new(6) { TimesAreUnix = false };
        for (int boot = 0; boot < 500; boot++)
        {
            Assert.True(bench.Append(rows[boot % 3]));
            Assert.True(bench.AppendClock(JournalBench.Midnight + bench.Journal.Boot));
            bench.Work();
            bench.Open();
        }

        AssertClocks(bench);
    }, iter: 5);

    [Fact]
    public void A_search_that_stands_in_a_file_that_goes_begins_anew()
    {
        JournalBench bench = new(6) { TimesAreUnix = false };
        AppendMany(bench, 1_000, 1);
        Assert.True(bench.AppendClock(JournalBench.Midnight + 1));
        bench.Open();
        Assert.False(bench.Journal.TryFindClock(1, 0, out _, out _));
        bench.TimesAreUnix = true;
        AppendMany(bench, 3_000, 10);
        AssertClocks(bench, 1);
    }

    [Fact]
    public void A_flash_that_refuses_to_be_read_stops_the_rewriting_and_nothing_else()
    {
        JournalBench bench = new(8);
        while (bench.Journal.SegmentCount < 7)
        {
            Assert.True(bench.Append(10));
        }

        bench.Journal.Work();
        bench.Flash.RefusesReads = true;
        Assert.All(Enumerable.Range(0, 50), _ => bench.Journal.Work());
        Assert.DoesNotContain(bench.Segments, name => !name.EndsWith(".0"));
        bench.Flash.RefusesReads = false;
        AppendMany(bench, bench.Journal.NextSample + 600, 10);
        Assert.Contains(bench.Segments, name => name.EndsWith(".1"));
        bench.AssertSamples(bench.Journal.NextSample, 0);
    }

    [Fact]
    public void Segments_that_a_foreign_hand_put_out_of_order_are_let_go_oldest_first()
    {
        JournalBench bench = Filled(8, 12_000);
        string fine = bench.Segments[^2];
        SegmentHeader header = new();
        byte[] file = bench.Flash.Files[fine];
        header.TryRead(file, file.Length);
        header.FirstSample = header.EndSample = 0;
        byte[] moved = new byte[SegmentHeader.BytesMax];
        int length = header.Write(moved);
        bench.Flash.Plant(fine, [.. moved[..length], .. file[header.Length..]]);
        bench.Open();
        AppendMany(bench, 16_000, 10);
        Assert.True(bench.Account().Evicted > 0);
        bench.Drain();
        Assert.Equal(0, bench.Account().Waiting);
    }

    [Fact]
    public void Acknowledgements_in_the_middle_of_it_make_nothing_coarser_and_nothing_wrong() =>
        Gen.Select(Gen.Int[0, 4].Array[200, 600], Gen.Int[1, 10]).Sample((steps, rows) =>
        {
            JournalBench bench = new(6);
            AppendMany(bench, 900, rows);
            foreach (int step in steps)
            {
                switch (step)
                {
                    case 0:
                        Assert.True(bench.Append(rows));
                        break;
                    case 1:
                        Acknowledge(bench, 0);
                        break;
                    case 2:
                        Acknowledge(bench, bench.Journal.NextSample - 30);
                        break;
                    default:
                        bench.Journal.Work();
                        break;
                }

                LedgerTotals totals = bench.Account();
                Assert.Equal(totals.Taken, totals.Sent + totals.Waiting + totals.Thinned + totals.Evicted + totals.Unreadable);
                Assert.Equal(0, totals.Unreadable);
            }

            bench.Drain();
            Assert.Equal((0, 0), (bench.Account().Waiting, bench.Journal.UnsettledCount));
        }, iter: 30);

    [Fact]
    public void A_flash_that_refuses_the_housekeeper_loses_nothing_and_makes_nothing_coarser_than_must() =>
        Gen.Select(Gen.Int[0, 140], Gen.Int[1, 6], Gen.Bool, Gen.Bool).Sample((from, count, refusesDeletions, boots) =>
        {
            JournalBench bench = NearlyFull.Value.Branch();
            RefusingStore store = new(bench.Flash)
            {
                RefusesChangesFrom = from, RefusesChangesUntil = from + count, RefusesDeletions = refusesDeletions,
            };
            Journal journal = new(store, bench.NodeId, bench, bench, bench.SegmentsMax);
            int appended = 0;
            for (int i = 0; i < 120 && journal.IsUsable; i++)
            {
                appended += journal.Append(bench.Fill(new Batch(), journal.NextSample, 10)) ? 10 : 0;
                journal.Work();
            }

            store.RefusesDeletions = false;
            for (int i = 0; i < 200; i++)
            {
                journal.Work();
            }

            if (boots || !journal.IsUsable)
            {
                bench.Open();
                journal = bench.Journal;
            }

            LedgerTotals totals = journal.Account(0, journal.NextSample);
            Assert.Equal(totals.Taken, totals.Waiting + totals.Thinned + totals.Evicted);
            Assert.Equal(4_000 + appended, totals.Taken);
            Assert.Equal((0, 0), (totals.Unreadable, totals.Sent));
        }, iter: 120);

    [Fact]
    public void A_flash_that_is_full_long_before_its_size_still_takes_the_next()
    {
        JournalBench bench = new(30);
        bench.Flash.CapacityBytes = 10 * SimulatedFlash.BlockBytes;
        int refused = 0;
        while (bench.Journal.NextSample < 12_000)
        {
            refused += bench.Append(10) ? 0 : 1;
            Assert.True(refused < 40, "it does not take anything any more");
            bench.Work();
        }

        LedgerTotals totals = bench.Account();
        Assert.True(totals.Thinned + totals.Evicted > 0);
        Assert.Equal(totals.Taken, totals.Waiting + totals.Thinned + totals.Evicted);
    }

    [Fact]
    public void Samples_missing_below_the_oldest_are_unreadable_and_not_sent_when_it_goes()
    {
        JournalBench bench = Filled(6, 2_500);
        bench.Flash.Plant(bench.Segments[0], null);
        bench.Open();
        while (bench.Account().Evicted == 0)
        {
            Assert.True(bench.Append(20));
        }

        Assert.Equal(0, bench.Account().Sent);
        Assert.True(bench.Account().Unreadable > 100);
    }

    private static readonly Lazy<JournalBench> NearlyFull = new(() => Filled(6, 4_000));

    private static JournalBench Filled(int segmentsMax, int samples)
    {
        JournalBench bench = new(segmentsMax);
        AppendMany(bench, samples, 10);
        return bench;
    }

    private static void AppendMany(JournalBench bench, int samples, int rows)
    {
        while (bench.Journal.NextSample < samples)
        {
            Assert.True(bench.Append(rows));
            bench.Work();
        }
    }

    private static void Acknowledge(JournalBench bench, int from)
    {
        if (bench.Journal.TryReadNext(from, bench.Read))
        {
            bench.Journal.Acknowledge(bench.Read.FirstSample, bench.Read.EndSample, bench.Read.IsSummary);
        }
    }

    private static void AssertClocks(JournalBench bench, int onlyBoot = 0)
    {
        foreach (Batch batch in bench.Waiting().Where(batch => onlyBoot == 0 || batch.Boot == onlyBoot))
        {
            bool isKnown = false;
            for (int i = 0; i < 300 && !isKnown; i++)
            {
                isKnown = bench.Journal.TryFindClock(batch.Boot, batch.FirstSample, out bool isSet, out long seconds);
                Assert.True(!isKnown || (isSet && seconds == JournalBench.Midnight + batch.Boot), $"boot {batch.Boot} has lost its clock");
            }

            Assert.True(isKnown);
        }
    }
}
