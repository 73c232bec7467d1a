using CsCheck;
using UlmEdge.Core;
using UlmEdge.Core.Batches;
using UlmEdge.Core.Journal;
using UlmEdge.Ports;
using UlmEdge.Simulator.Checkers;
using UlmEdge.Simulator.Faults;

namespace UlmEdge.Tests.Core.Journals;

/// <summary>What a journal promises while its flash does what it is told.</summary>
public class JournalTests
{
    private readonly JournalBench _bench = new();

    [Fact]
    public void A_new_journal_has_an_epoch_and_is_empty()
    {
        Assert.True(_bench.Journal.IsUsable);
        Assert.Equal((4711, 1, 0, 0), (_bench.Journal.Epoch, _bench.Journal.Boot, _bench.Journal.NextSample, _bench.Journal.SegmentCount));
        Assert.False(_bench.TryRead(0));
        Assert.Contains((NodeEvent.JournalFormatted, 4711), _bench.Events);
    }

    [Fact]
    public void What_was_appended_is_read_in_order_and_again_after_every_boot()
    {
        _bench.AppendUntil(500);
        string[] before = [.. _bench.Waiting().Select(Batches.Describe)];
        Assert.Equal(50, before.Length);
        _bench.Open();
        Assert.Equal((4711, 2, 500), (_bench.Journal.Epoch, _bench.Journal.Boot, _bench.Journal.NextSample));
        Assert.Equal(before, _bench.Waiting().Select(Batches.Describe));
    }

    [Fact]
    public void A_batch_is_found_by_any_of_its_samples()
    {
        _bench.AppendUntil(100);
        Assert.True(_bench.TryRead(57));
        Assert.Equal((50, 60), (_bench.Read.FirstSample, _bench.Read.EndSample));
        Assert.True(_bench.TryRead(3));
        Assert.Equal(0, _bench.Read.FirstSample);
        Assert.False(_bench.TryRead(100));
    }

    [Fact]
    public void Acknowledged_is_settled_in_any_order_and_counted_once()
    {
        _bench.AppendUntil(100);
        Assert.Equal(10, _bench.Journal.Acknowledge(50, 60));
        Assert.Equal(0, _bench.Journal.Acknowledge(50, 60));
        Assert.Equal(20, _bench.Journal.Acknowledge(0, 20));
        Assert.Equal((20, 1, 70), (_bench.Journal.SettledUpTo, _bench.Journal.IslandCount, _bench.Journal.UnsettledCount));
        Assert.Equal([20, 30, 40, 60, 70, 80, 90], _bench.Waiting().Select(batch => batch.FirstSample));
        Assert.Equal("100 = 30 sent + 70 waiting + 0 thinned + 0 evicted + 0 unreadable + 0 not stored", _bench.AccountText());
    }

    [Fact]
    public void What_is_acknowledged_is_known_after_a_boot_once_something_was_appended()
    {
        _bench.AppendUntil(100);
        _bench.Journal.Acknowledge(0, 30);
        _bench.Append(10);
        _bench.Open();
        Assert.Equal((30, 80), (_bench.Journal.SettledUpTo, _bench.Journal.UnsettledCount));
    }

    [Fact]
    public void Where_there_is_no_room_for_another_island_it_is_sent_again()
    {
        _bench.AppendUntil(200);
        for (int i = 0; i < SettledSamples.IslandsMax; i++)
        {
            Assert.Equal(10, _bench.Journal.Acknowledge(10 + (20 * i), 20 + (20 * i)));
        }

        Assert.Equal(0, _bench.Journal.Acknowledge(150, 160));
        Assert.Equal(140, _bench.Journal.UnsettledCount);
        _bench.Drain();
        Assert.Equal(200, _bench.Account().Sent);
    }

    [Fact]
    public void Numbers_that_were_left_out_were_not_stored()
    {
        _bench.AppendUntil(20);
        Assert.True(_bench.Journal.Append(_bench.Fill(new Batch(), 50, 10)));
        Assert.Equal("60 = 0 sent + 30 waiting + 0 thinned + 0 evicted + 0 unreadable + 30 not stored", _bench.AccountText());
        Assert.Equal([0, 10, 50], _bench.Waiting().Select(batch => batch.FirstSample));
        _bench.Append(10);
        _bench.Open();
        Assert.Equal("70 = 0 sent + 40 waiting + 0 thinned + 0 evicted + 0 unreadable + 30 not stored", _bench.AccountText());
    }

    [Fact]
    public void What_is_settled_in_flash_has_its_reason_in_flash_at_every_operation()
    {
        // Not stored: settled by the next record, while the ledger stands in the slots.
        for (int operations = 0; operations < 6; operations++)
        {
            JournalBench bench = new();
            bench.AppendUntil(20);
            bench.Flash.CutAfter(operations, TornWrite.Nothing, 0);
            Record.Exception(() =>
            {
                bench.Journal.Append(bench.Fill(new Batch(), 50, 10));
                bench.Append(10);
                bench.Append(10);
            });
            bench.Flash.Disarm();
            bench.Open();
            bench.Waiting();
            Assert.Equal(0, bench.Account().Sent);
        }
    }

    [Fact]
    public void An_append_that_failed_left_nothing_that_counts()
    {
        _bench.AppendUntil(20);
        _bench.Flash.RefusesWrites = true;
        foreach (TornWrite torn in Enum.GetValues<TornWrite>().Where(torn => torn != TornWrite.DoneUntold))
        {
            _bench.Flash.RefusalLeaves = torn;
            Assert.False(_bench.Append(10));
        }

        Assert.Equal(20, _bench.Journal.NextSample);
        _bench.Flash.RefusesWrites = false;
        _bench.AppendUntil(100);
        Assert.Equal(10, _bench.Waiting().Count);
        _bench.Open();
        Assert.Equal(100, _bench.Waiting().Sum(batch => batch.SampleCount));
        Assert.Equal(0, _bench.Account().Unreadable);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(0)]
    public void A_refused_write_that_was_done_nevertheless_counts(int before)
    {
        _bench.AppendUntil(before);
        _bench.Flash.RefusesWrites = true;
        _bench.Flash.RefusalLeaves = TornWrite.DoneUntold;
        Assert.True(_bench.Append(10));
        _bench.Flash.RefusesWrites = false;
        Assert.True(_bench.Append(10));
        Assert.Equal((before + 20, 1), (_bench.Journal.NextSample, _bench.Journal.SegmentCount));
        Assert.Equal(before + 20, _bench.Waiting().Sum(batch => batch.SampleCount));
        _bench.Open();
        Assert.Equal(before + 20, _bench.Waiting().Sum(batch => batch.SampleCount));
    }

    [Fact]
    public void A_clock_dates_what_stands_before_it_and_after_the_first_one_nothing_changes()
    {
        _bench.TimesAreUnix = false;
        _bench.AppendUntil(20);
        Assert.Equal(0, _bench.Journal.ClockedUpTo);
        Assert.True(_bench.Journal.AppendClock(0)); // These go without a date, for ever.
        Assert.Equal((false, 20), (_bench.Journal.NeedsClock, _bench.Journal.ClockedUpTo));
        _bench.AppendUntil(40);
        Assert.True(_bench.Journal.AppendClock(JournalBench.Midnight));
        Assert.Equal(40, _bench.Journal.ClockedUpTo);
        _bench.AppendUntil(50);
        for (int boot = 0; boot < 2; boot++)
        {
            Assert.Equal((false, 0L), Clock(1, 0));
            Assert.Equal((false, 0L), Clock(1, 10));
            Assert.Equal((true, JournalBench.Midnight), Clock(1, 20));
            Assert.Equal((true, JournalBench.Midnight), Clock(1, 30));
            Assert.Equal((false, 0L), Clock(1, 40)); // No record stands behind it.
            _bench.Open();
            _bench.Append(10);
        }
    }

    [Fact]
    public void Without_room_it_refuses_and_the_housekeeper_makes_some_in_steps()
    {
        JournalBench bench = new(6);
        Batch batch = bench.Next(10);
        while (bench.Journal.Append(batch))
        {
            batch = bench.Next(10);
        }

        Assert.Equal(6, bench.Journal.SegmentCount);
        int steps = 0;
        while (!bench.Journal.Append(batch))
        {
            Assert.InRange(++steps, 1, 200);
            bench.Journal.Work();
        }

        Assert.True(steps > 2);
        bench.AssertSamples(bench.Journal.NextSample, 0);
        Assert.True(bench.Journal.Rewritings > 0);
    }

    [Fact]
    public void A_time_that_proved_wrong_is_forgotten()
    {
        _bench.AppendUntil(10);
        _bench.Journal.CorrectKnownTime(1_000);
        Assert.Equal(1_000, _bench.Journal.KnownUnixSeconds);
    }

    [Fact]
    public void A_flash_that_took_no_writes_at_boot_can_be_resumed()
    {
        _bench.AppendUntil(10);
        _bench.Flash.RefusesWrites = true;
        _bench.Open();
        Assert.False(_bench.Journal.IsUsable);
        Assert.True(_bench.Journal.ReachedEnd);
        Assert.False(_bench.Journal.TryResume());
        Assert.Equal(Limits.RefusalsUntilFull, _bench.Events.Count(e => e.What == NodeEvent.StoreFailed));
        _bench.Flash.RefusesWrites = false;
        Assert.True(_bench.Journal.TryResume());
        Assert.Equal((true, 2, 10), (_bench.Journal.IsUsable, _bench.Journal.Boot, _bench.Journal.NextSample));
        Assert.True(_bench.Append(10));
    }

    [Fact]
    public void A_clock_dates_the_batches_of_its_boot_for_ever()
    {
        _bench.TimesAreUnix = false;
        _bench.AppendUntil(50);
        Assert.True(_bench.Journal.NeedsClock);
        Assert.True(_bench.Journal.AppendClock(JournalBench.Midnight));
        Assert.False(_bench.Journal.NeedsClock);
        _bench.Open();
        _bench.AppendUntil(100);
        Assert.Equal((true, JournalBench.Midnight), Clock(1, 0));
        _bench.Open();
        Assert.Equal((true, JournalBench.Midnight), Clock(1, 30));
        Assert.False(Clock(2, 70).IsSet);
    }

    [Fact]
    public void An_undated_batch_that_was_interrupted_after_the_flash_had_it_still_needs_its_clock()
    {
        RefusingStore store = new(new SimulatedFlash());
        Journal journal = new(store, "donau-07", _bench, _bench, Limits.SegmentsMax);
        _bench.TimesAreUnix = false;
        Batch batch = _bench.Next(10);
        batch.Epoch = journal.Epoch;
        store.HasNoMemoryFor = "cursor.1"; // Told of the first segment; the boot is in the other one.
        Assert.Throws<OutOfMemoryException>(() => journal.Append(batch));
        Assert.Equal(10, journal.NextSample);
        Assert.True(journal.Append(batch));
        Assert.True(journal.NeedsClock);
    }

    [Fact]
    public void The_search_for_a_clock_goes_on_where_it_stood_and_waits_for_a_flash_that_refuses()
    {
        _bench.TimesAreUnix = false;
        _bench.AppendUntil(400, 1);
        _bench.Journal.AppendClock(JournalBench.Midnight);
        _bench.Open();
        Assert.False(_bench.Journal.TryFindClock(1, 0, out _, out _));
        _bench.Flash.RefusesReads = true;
        Assert.All(Enumerable.Range(0, 100), _ => Assert.False(_bench.Journal.TryFindClock(1, 0, out bool _, out long _)));
        _bench.Flash.RefusesReads = false;
        Assert.Equal((true, JournalBench.Midnight), Clock(1, 0));
    }

    [Fact]
    public void A_flash_that_refuses_to_be_read_for_a_while_costs_nothing()
    {
        _bench.AppendUntil(300);
        Assert.True(_bench.TryRead(0));
        _bench.Flash.RefusesReads = true;
        Assert.False(_bench.TryRead(0));
        _bench.Flash.RefusesReads = false;
        Assert.Equal(300, _bench.Waiting().Sum(batch => batch.SampleCount));
        Assert.Equal(0, _bench.Account().Unreadable);
    }

    [Fact]
    public void The_latest_time_is_known_after_a_boot()
    {
        _bench.AppendUntil(30);
        Assert.Equal(JournalBench.Midnight + (29 * 60), _bench.Journal.KnownUnixSeconds);
        Assert.Equal(JournalBench.Midnight + (29 * 60), _bench.Open().KnownUnixSeconds);
        _bench.Step = 1; // A clock that was set back.
        _bench.Append(10);
        Assert.Equal(JournalBench.Midnight + (29 * 60), _bench.Journal.KnownUnixSeconds);
    }

    [Fact]
    public void At_defaults_a_day_takes_no_more_closes_than_the_flash_can_bear()
    {
        long before = _bench.Flash.Closes;
        _bench.AppendUntil(24 * 60);
        _bench.Work();
        Assert.InRange(_bench.Flash.Closes - before, 24 * 6, 24 * 12);
    }

    private (bool IsSet, long Seconds) Clock(int boot, int sample)
    {
        for (int i = 0; i < 200; i++)
        {
            if (_bench.Journal.TryFindClock(boot, sample, out bool isSet, out long seconds))
            {
                return (isSet, seconds);
            }
        }

        Assert.Fail("the search does not end");
        return default;
    }
}
