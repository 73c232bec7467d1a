using UlmEdge.Core;
using UlmEdge.Core.Batches;
using UlmEdge.Core.Journal;
using UlmEdge.Core.Publishing;
using UlmEdge.Core.Time;
using UlmEdge.Tests.Core.Journals;

namespace UlmEdge.Tests.Core;

/// <summary>Which batch is next: the backlog oldest first and slowly, fresh data at once.</summary>
public class BacklogTests
{
    private readonly JournalBench _bench = new(8);
    private readonly FakeWorld _world = new();
    private readonly BootClock _clock;
    private readonly Outbox _outbox;

    public BacklogTests()
    {
        _clock = new BootClock(_world, 0, 0, _world);
        _outbox = new Outbox(_bench.Journal, _clock, _bench, _bench);
    }

    [Fact]
    public void A_short_backlog_is_simply_sent()
    {
        AppendUntil(40);
        Backlog backlog = NewBacklog();
        Assert.Equal([0, 10, 20, 30], Choose(backlog, 0, 5));
    }

    [Fact]
    public void A_long_one_goes_slowly_and_fresh_data_do_not_wait_for_it()
    {
        AppendUntil(200);
        Backlog backlog = NewBacklog();
        AppendUntil(220);
        Assert.Equal([0, 200, 210], Choose(backlog, 0, 5).Order());
        Assert.Equal([10], Choose(backlog, Limits.DrainGapMs, 5));
        AppendUntil(230);
        Assert.Equal([220], Choose(backlog, Limits.DrainGapMs + 1, 5));
        backlog.LookAgain(); // Not before everything was looked at.
        Assert.Equal([20], Choose(backlog, 2 * Limits.DrainGapMs, 5));
        for (int i = 3; i < 20; i++)
        {
            Assert.Equal([10 * i], Choose(backlog, i * Limits.DrainGapMs, 5));
        }

        Assert.Empty(Choose(backlog, 20 * Limits.DrainGapMs, 5));
        backlog.LookAgain();
        Assert.Equal([0, 200, 210, 220], Choose(backlog, 21 * Limits.DrainGapMs, 5).Order());
    }

    [Fact]
    public void Where_no_more_ranges_can_be_remembered_the_backlog_goes_slowly_and_nothing_overtakes()
    {
        AppendUntil(300);
        for (int i = 0; i < 3; i++)
        {
            _bench.Journal.Acknowledge(20 + (40 * i), 30 + (40 * i));
        }

        Backlog backlog = NewBacklog();
        AppendUntil(310);
        Assert.Equal([0], Choose(backlog, 0, 5));
        Assert.Equal([10], Choose(backlog, Limits.DrainGapMs, 5));
        Assert.Equal([30], Choose(backlog, 2 * Limits.DrainGapMs, 5));
    }

    [Fact]
    public void A_batch_that_moved_together_across_the_border_is_chosen_once_and_the_oldest_is_not_forgotten()
    {
        List<(Backlog Backlog, int Border)> backlogs = [];
        for (int border = 100; border < 1_000; border += 38)
        {
            AppendUntil(border, 2);
            backlogs.Add((NewBacklog(), border));
        }

        while (_bench.Journal.SegmentCount < 7)
        {
            AppendUntil(_outbox.NextSample + 2, 2);
        }

        _bench.Work();
        int across = 0;
        foreach ((Backlog backlog, int border) in backlogs)
        {
            Assert.True(_bench.TryRead(border));
            across += _bench.Read.FirstSample < border ? 1 : 0;
            List<int> chosen = Choose(backlog, 0, 2_000);
            Assert.Equal(chosen.Distinct(), chosen);
            Assert.Contains(_bench.Read.FirstSample, chosen);
            Assert.Equal(0, Assert.Single(chosen, first => first < _bench.Read.FirstSample)); // One of the backlog: its first.
        }

        Assert.True(across > 3, $"{across} borders within a batch");
    }

    private void AppendUntil(int sample, int rows = 10)
    {
        while (_outbox.NextSample < sample)
        {
            _outbox.Append(_bench.Fill(new Batch(), _outbox.NextSample, rows), 0);
        }
    }

    private Backlog NewBacklog()
    {
        Backlog backlog = new(_outbox, _bench.Journal, _clock);
        backlog.Restart();
        return backlog;
    }

    private static List<int> Choose(Backlog backlog, long uptimeMs, int most)
    {
        List<int> chosen = [];
        for (int misses = 0; misses < 50 && chosen.Count < most;)
        {
            if (!backlog.TryChoose(uptimeMs))
            {
                misses++; // A search may have to go on.
                continue;
            }

            chosen.Add(backlog.Batch.FirstSample);
            backlog.MoveOn(uptimeMs);
        }

        return chosen;
    }
}
