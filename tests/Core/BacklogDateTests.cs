using UlmEdge.Core;
using UlmEdge.Core.Batches;
using UlmEdge.Core.Journal;
using UlmEdge.Core.Publishing;
using UlmEdge.Core.Time;
using UlmEdge.Tests.Core.Journals;

namespace UlmEdge.Tests.Core;

/// <summary>What a sample's time is does not change once it was told, whatever happens: neither a date, nor having none.</summary>
public class BacklogDateTests
{
    private readonly JournalBench _bench = new(8) { TimesAreUnix = false };
    private readonly FakeWorld _world = new() { ClockIsSet = false };
    private readonly BootClock _clock;
    private Outbox _outbox;
    private Backlog _backlog;

    public BacklogDateTests()
    {
        _clock = new BootClock(_world, 0, 0, _world);
        (_outbox, _backlog) = Begin();
    }

    [Fact]
    public void That_samples_have_no_date_is_durable_before_they_are_sent()
    {
        Append(20);
        Assert.False(_backlog.TryChoose(Limits.RelativeAfterMs - 1));
        Assert.True(_backlog.NeedsTime);
        Assert.Equal(0, _bench.Journal.ClockedUpTo);
        _bench.Flash.RefusesWrites = true;
        Assert.False(Choose(Limits.RelativeAfterMs));
        _bench.Flash.RefusesWrites = false;
        Assert.False(Choose(Limits.RelativeAfterMs + Limits.RefusedRetryMs - 1));
        Assert.True(Choose(Limits.RelativeAfterMs + Limits.RefusedRetryMs));
        Assert.Equal((20, false), (_bench.Journal.ClockedUpTo, _backlog.Batch.TimesAreUnix));

        LearnTime();
        Append(10);
        _backlog.MoveOn(0);
        Assert.False(Choose(0)); // The clock is known, and not in flash yet.
        _bench.Journal.AppendClock(_clock.FirstOffsetSeconds);
        Assert.True(Choose(0));
        Assert.Equal((20, true), (_backlog.Batch.FirstSample, _backlog.Batch.TimesAreUnix));
        _backlog.Restart(); // A new connection: the same again.
        Assert.True(Choose(0));
        Assert.Equal((0, false), (_backlog.Batch.FirstSample, _backlog.Batch.TimesAreUnix));
        _bench.Open();
        (_outbox, _backlog) = Begin();
        Assert.True(Choose(0));
        Assert.Equal((0, false), (_backlog.Batch.FirstSample, _backlog.Batch.TimesAreUnix));
    }

    [Fact]
    public void In_memory_it_is_remembered_what_went_without_a_date()
    {
        _bench.Flash.RefusesReads = true;
        _bench.Open();
        (_outbox, _backlog) = Begin();
        Assert.True(_outbox.IsInMemory);
        Append(10);
        Append(10);
        Assert.False(Choose(0));
        Assert.True(_backlog.NeedsTime);
        Assert.True(Choose(Limits.RelativeAfterMs));
        Assert.False(_backlog.Batch.TimesAreUnix);
        LearnTime();
        _backlog.Restart();
        Assert.True(Choose(Limits.RelativeAfterMs));
        Assert.Equal((0, false), (_backlog.Batch.FirstSample, _backlog.Batch.TimesAreUnix));
        _backlog.MoveOn(0);
        Assert.True(Choose(Limits.RelativeAfterMs));
        Assert.Equal((10, true), (_backlog.Batch.FirstSample, _backlog.Batch.TimesAreUnix));
        Assert.Equal(_clock.FirstOffsetSeconds + 600, _backlog.Batch.TimesSeconds[0]);
    }

    [Fact]
    public void When_the_flash_is_given_up_numbers_are_other_ones_and_it_begins_anew()
    {
        _bench.TimesAreUnix = true;
        Append(10);
        Assert.True(Choose(0));
        _bench.Flash.RefusesWrites = true;
        _bench.NextEpoch = 99;
        Append(10);
        for (long nowMs = 0; !_outbox.IsInMemory; nowMs += Limits.RefusedRetryMs)
        {
            _outbox.Tick(nowMs);
        }

        Assert.True(Choose(0));
        Assert.Equal((99, 0), (_backlog.Batch.Epoch, _backlog.Batch.FirstSample));
    }

    [Fact]
    public void What_was_chosen_and_became_another_batch_is_chosen_anew()
    {
        _bench.TimesAreUnix = true;
        while (_bench.Journal.SegmentCount < 7)
        {
            Append(2);
        }

        _backlog.Restart();
        Assert.True(Choose(0));
        Assert.Equal((0, 2), (_backlog.Batch.FirstSample, _backlog.Batch.RowCount));
        _bench.Work();
        Assert.True(Choose(0));
        Assert.Equal((0, 20), (_backlog.Batch.FirstSample, _backlog.Batch.RowCount));
    }

    private void LearnTime()
    {
        _world.ClockIsSet = true;
        _clock.Tick(0);
    }

    private (Outbox Outbox, Backlog Backlog) Begin()
    {
        Outbox outbox = new(_bench.Journal, _clock, _bench, _bench);
        Backlog backlog = new(outbox, _bench.Journal, _clock);
        backlog.Restart();
        return (outbox, backlog);
    }

    private void Append(int rows)
    {
        Batch batch = _bench.Fill(new Batch(), _outbox.NextSample, rows);
        batch.Epoch = _outbox.Epoch;
        _outbox.Append(batch, 0);
    }

    // A search may have to go on.
    private bool Choose(long uptimeMs)
    {
        bool isChosen = false;
        for (int i = 0; i < 50 && !isChosen; i++)
        {
            isChosen = _backlog.TryChoose(uptimeMs);
        }

        return isChosen;
    }
}
