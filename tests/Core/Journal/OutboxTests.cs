using UlmEdge.Core;
using UlmEdge.Core.Batches;
using UlmEdge.Core.Journal;
using UlmEdge.Core.Time;
using UlmEdge.Ports;

namespace UlmEdge.Tests.Core.Journals;

/// <summary>Between builder and flash: nothing that was taken is dropped because the flash refuses.</summary>
public class OutboxTests
{
    private readonly JournalBench _bench = new();
    private readonly Outbox _outbox;
    private readonly FakeWorld _world = new() { ClockIsSet = false };
    private readonly BootClock _clock;
    private long _nowMs = 1_000;

    public OutboxTests()
    {
        _clock = new BootClock(_world, 0, 0, _bench);
        _outbox = NewOutbox();
    }

    [Fact]
    public void Batches_go_to_flash_at_once()
    {
        Append(10);
        Assert.Equal((10, 10, 0, 0), (_outbox.NextSample, _outbox.WaitingSamples, _outbox.MemoryBytes, _bench.Journal.SettledUpTo));
        Assert.Equal(long.MaxValue, _outbox.Tick(_nowMs));
        Assert.Equal(10, _outbox.Acknowledge(4711, 0, 10, false));
        Assert.Equal((0, 10), (_outbox.WaitingSamples, _outbox.SettledUpTo));
    }

    [Fact]
    public void While_the_flash_refuses_they_wait_in_memory_and_are_not_sent_and_then_follow_in_order()
    {
        Append(10);
        _bench.Flash.RefusesWrites = true;
        Append(10);
        Append(10);
        Assert.Equal((30, 30), (_outbox.NextSample, _outbox.WaitingSamples));
        Assert.True(_outbox.MemoryBytes > 0);
        Assert.False(_outbox.TryReadNext(10, _bench.Read)); // A power cut would forget that its numbers were used.
        Assert.Equal(_nowMs + Limits.RefusedRetryMs, _outbox.Tick(_nowMs));

        _bench.Flash.RefusesWrites = false;
        Append(10); // It must not overtake those that wait.
        Assert.Equal(10, _bench.Journal.NextSample);
        Wait(Limits.RefusedRetryMs);
        Assert.Equal((40, 40, 0), (_bench.Journal.NextSample, _outbox.WaitingSamples, _outbox.MemoryBytes));
        Assert.Equal([0, 10, 20, 30], _bench.Waiting().Select(batch => batch.FirstSample));
        Assert.False(_outbox.IsInMemory);
    }

    [Fact]
    public void A_flash_that_refuses_for_a_quarter_of_an_hour_is_given_up_and_numbers_begin_anew()
    {
        Append(10);
        _bench.Flash.RefusesWrites = true;
        _bench.NextEpoch = 99;
        Append(10);
        for (int i = 0; i < Limits.FlashGraceMs / Limits.RefusedRetryMs; i++)
        {
            Assert.False(_outbox.IsInMemory);
            Wait(Limits.RefusedRetryMs);
        }

        Assert.True(_outbox.IsInMemory);
        Assert.Equal((99, 10, 10), (_outbox.Epoch, _outbox.NextSample, _outbox.WaitingSamples));
        Assert.Contains((NodeEvent.FlashGivenUp, 99), _bench.Events);
        Assert.True(_outbox.TryReadNext(0, _bench.Read));
        Assert.Equal((99, 0, 10), (_bench.Read.Epoch, _bench.Read.FirstSample, _bench.Read.EndSample));
        Assert.Equal(JournalBench.ValueOf(10, 0), _bench.Read.Values[0]); // The samples are what they were.
        Append(5);
        Assert.Equal((0, false), (_outbox.Acknowledge(4711, 0, 10, false), _outbox.AllowsOvertaking));
        Assert.Equal(10, _outbox.Acknowledge(99, 0, 10, false));
        Assert.Equal((5, 0), (_outbox.WaitingSamples, _outbox.SettledUpTo));
        Assert.Equal(_nowMs + Limits.RefusedRetryMs, _outbox.Tick(_nowMs)); // It may come to its senses.
    }

    [Fact]
    public void Back_to_the_flash_once_it_takes_writes_and_nothing_waits_in_memory()
    {
        GiveUp();
        Append(10);
        _bench.Flash.RefusesWrites = false;
        Wait(Limits.RefusedRetryMs);
        Assert.True(_outbox.IsInMemory); // What waits may be under way under its epoch.
        Assert.True(_outbox.ReachedEnd);
        _outbox.Acknowledge(99, 0, 20, false);
        _bench.Flash.RefusesWrites = true;
        Wait(Limits.RefusedRetryMs);
        Assert.True(_outbox.IsInMemory);
        _bench.Flash.RefusesWrites = false;
        Wait(Limits.RefusedRetryMs);
        Assert.Equal((false, 4711, 10), (_outbox.IsInMemory, _outbox.Epoch, _outbox.NextSample));
        Assert.Contains((NodeEvent.FlashBack, 4711), _bench.Events);
        Append(10);
        Assert.Equal((20, 20), (_bench.Journal.NextSample, _outbox.WaitingSamples));
        Assert.Equal(0, _outbox.Acknowledge(99, 10, 20, false));
    }

    [Fact]
    public void What_waited_in_memory_gets_its_date_when_it_is_stored()
    {
        _bench.TimesAreUnix = false;
        _bench.Flash.RefusesWrites = true;
        Append(10);
        _world.ClockIsSet = true;
        _clock.Tick(0);
        Assert.True(_clock.IsSet);
        _bench.Flash.RefusesWrites = false;
        Wait(Limits.RefusedRetryMs);
        Assert.True(_bench.TryRead(0));
        Assert.True(_bench.Read.TimesAreUnix);
        Assert.Equal(_clock.FirstOffsetSeconds + 60, _bench.Read.TimesSeconds[1]);
    }

    [Fact]
    public void A_flash_that_takes_one_now_and_then_is_not_given_up()
    {
        for (int minutes = 0; minutes < 120; minutes++)
        {
            _bench.Flash.RefusesWrites = minutes % 8 != 7;
            Append(1);
            Wait(30_000);
            Wait(30_000);
        }

        Assert.False(_outbox.IsInMemory);
        _bench.Flash.RefusesWrites = false;
        Wait(30_000);
        Wait(30_000);
        Assert.Equal((120, 120), (_bench.Journal.NextSample, _outbox.WaitingSamples));
    }

    [Fact]
    public void When_memory_is_full_the_oldest_gives_way_and_was_not_stored()
    {
        _bench.Flash.RefusesWrites = true;
        while (_outbox.SamplesEvicted == 0)
        {
            Append(20);
        }

        int evicted = _outbox.SamplesEvicted;
        Assert.Contains((NodeEvent.SamplesEvicted, evicted), _bench.Events);
        Assert.InRange(_outbox.MemoryBytes, 1, Limits.OutboxBytesMax);
        _bench.Flash.RefusesWrites = false;
        for (int i = 0; i < 30; i++)
        {
            Wait(30_000);
        }

        LedgerTotals totals = _bench.Account();
        Assert.Equal((_outbox.NextSample, evicted, _outbox.NextSample - evicted), (totals.Taken, totals.NotStored, totals.Waiting));
    }

    [Fact]
    public void A_flash_that_cannot_be_used_at_boot_is_given_up_at_once()
    {
        _bench.AppendUntil(50);
        _bench.Flash.RefusesReads = true;
        _bench.NextEpoch = 77;
        _bench.Open();
        Outbox outbox = NewOutbox();
        Assert.True(outbox.IsInMemory);
        Assert.Equal((77, 0, 0), (outbox.Epoch, outbox.NextSample, outbox.WaitingSamples));
    }

    [Fact]
    public void The_journal_tidies_up_a_little_at_every_tick()
    {
        _bench.SegmentsMax = 6;
        _bench.Open();
        Outbox outbox = NewOutbox();
        int busy = 0;
        for (int i = 0; i < 5_000; i++)
        {
            outbox.Append(_bench.Fill(new Batch(), outbox.NextSample, 1), _nowMs);
            busy += outbox.Tick(_nowMs) == _nowMs + Limits.PollMs ? 1 : 0;
        }

        Assert.InRange(busy, 10, 4_000);
        Assert.Contains(_bench.Segments, name => !name.EndsWith(".0"));
    }

    private void GiveUp()
    {
        Append(10);
        _bench.Flash.RefusesWrites = true;
        _bench.NextEpoch = 99;
        Append(10);
        while (!_outbox.IsInMemory)
        {
            Wait(Limits.RefusedRetryMs);
        }
    }

    private Outbox NewOutbox() => new(_bench.Journal, _clock, _bench, _bench);

    private void Append(int rows)
    {
        Batch batch = _bench.Fill(new Batch(), _outbox.NextSample, rows);
        batch.Epoch = _outbox.Epoch;
        _outbox.Append(batch, _nowMs);
    }

    private void Wait(int milliseconds)
    {
        _nowMs += milliseconds;
        _outbox.Tick(_nowMs);
    }
}
