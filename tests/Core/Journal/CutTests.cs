using UlmEdge.Core.Journal;
using UlmEdge.Simulator.Faults;

namespace UlmEdge.Tests.Core.Journals;

/// <summary>The power is cut all along the life of a journal that fills, in every torn way, and once more while it recovers.</summary>
public class CutTests
{
    private const int SegmentsMax = 4;
    private const int Steps = 200;
    private const int Stride = 4;

    private static readonly Lazy<JournalBench> Nearly = new(() =>
    {
        JournalBench bench = new(SegmentsMax);
        Live(bench, 100);
        return bench;
    });

    [Theory]
    [InlineData(TornWrite.Nothing)]
    [InlineData(TornWrite.Emptied)]
    [InlineData(TornWrite.Prefix)]
    [InlineData(TornWrite.Garbage)]
    [InlineData(TornWrite.DoneUntold)]
    public void Nothing_is_lost_and_the_books_are_right(TornWrite torn)
    {
        int cuts = 0;
        bool wasCut = true;
        for (int operation = (int)torn % Stride; wasCut; operation += Stride)
        {
            JournalBench bench = Nearly.Value.Branch();
            bench.Open();
            bench.Flash.CutAfter(operation, torn, operation);
            wasCut = Record.Exception(() => Live(bench, Steps)) is PowerCutException;
            int durable = bench.Journal.NextSample;
            bench.Flash.CutAfter(operation / Stride % 2, torn, operation + 1);
            cuts += Record.Exception(() => bench.Open()) is PowerCutException ? 2 : 1;
            bench.Flash.Disarm();
            bench.Open();
            AssertRight(bench, durable);
            Live(bench, 10);
            AssertRight(bench, durable);
        }

        Assert.True(cuts > Steps / Stride);
    }

    [Fact]
    public void The_scenario_sees_everything()
    {
        JournalBench bench = Nearly.Value.Branch();
        bench.Open();
        HashSet<char> levels = [];
        for (int i = 0; i < Steps; i++)
        {
            Live(bench, 1);
            levels.UnionWith(bench.Segments.Select(name => name[^1]));
        }

        Assert.Equal("0123", string.Concat(levels.Order()));
        Assert.True(bench.Account().Thinned > 0);
    }

    private static void AssertRight(JournalBench bench, int durable)
    {
        LedgerTotals totals = bench.Account();
        Assert.True(totals.Taken >= durable);
        Assert.Equal((0, 0, 0), (totals.Sent, totals.Unreadable, totals.NotStored));
        Assert.Equal(totals.Taken, totals.Waiting + totals.Thinned + totals.Evicted);
        bench.AssertSamples(totals.Taken, totals.Evicted);
        Assert.Equal(0, bench.Account().Unreadable); // Nothing that was looked for was missing.
    }

    private static void Live(JournalBench bench, int steps)
    {
        for (int i = 0; i < steps; i++)
        {
            bench.Append(10);
            for (int j = 0; j < 6; j++)
            {
                bench.Journal.Work();
            }
        }
    }
}
