using CsCheck;
using UlmEdge.Decoder;

namespace UlmEdge.Tests.Decoder;

/// <summary>Repeats, gaps and late samples of one node.</summary>
public sealed class NodeArrivalsTests
{
    private readonly NodeArrivals _arrivals = new();

    [Fact]
    public void What_an_outage_left_behind_comes_late_and_closes_the_gap()
    {
        Assert.Equal([Arrival.New, Arrival.New, Arrival.New], new[] { Take(10), Take(11), Take(15) });
        Assert.Equal(3, _arrivals.GapCount);
        Assert.Equal([(12, 15)], _arrivals.Gaps);
        Assert.Equal([Arrival.Late, Arrival.Repeat, Arrival.Late], new[] { Take(12), Take(11), Take(13, 2) });
        Assert.Equal((6L, 1L, 3L, 0L), (_arrivals.SampleCount, _arrivals.RepeatCount, _arrivals.LateCount, _arrivals.GapCount));
    }

    [Fact]
    public void A_summary_of_samples_that_arrived_in_part_overlaps()
    {
        Take(10, 10);
        Assert.Equal(Arrival.Repeat, Take(10, 10));
        Assert.Equal(Arrival.Overlap, Take(15, 10));
        Assert.Equal(15, _arrivals.SampleCount);
    }

    [Fact]
    public void Epochs_are_told_apart_and_the_oldest_is_forgotten()
    {
        for (int epoch = 0; epoch <= NodeArrivals.EpochsMax; epoch++)
        {
            Assert.Equal(Arrival.New, Take(5, 1, epoch));
        }

        Assert.Equal(Arrival.Repeat, Take(5, 1, 1));
        Assert.Equal(Arrival.New, Take(5, 1, 0));
    }

    [Fact]
    public void Memory_is_bounded_and_what_is_forgotten_is_no_repeat()
    {
        for (int i = 0; i <= NodeArrivals.RangesMax; i++)
        {
            Take(2 * i);
        }

        Assert.Equal(Arrival.Late, Take(0));
        Assert.Equal(Arrival.Repeat, Take(2));
        Assert.Equal(NodeArrivals.RangesMax, _arrivals.Gaps.Count + 1);
    }

    [Fact]
    public void Ranges_behave_as_a_set() => Gen.Select(Gen.Int[0, 40], Gen.Int[1, 12]).Array[0, 30].Sample(ranges =>
    {
        SampleSet set = new();
        HashSet<int> model = [];
        foreach ((int first, int count) in ranges)
        {
            Assert.Equal(Enumerable.Range(first, count).Count(model.Add), set.AddRange(first, first + count));
            Assert.Equal((model.Count, model.Min(), model.Max() + 1), (set.Count, set.First, set.End));
            Assert.Equal(set.End - set.First - set.Count, set.MissingCount);
        }

        Assert.All(Enumerable.Range(0, 60), number => Assert.Equal(model.Contains(number), set.Contains(number)));
    });

    private Arrival Take(int first, int samples = 1, int epoch = 3)
    {
        DataRow row = new(0, first, samples, []);
        return _arrivals.Take(new DataMessage("n", epoch, 1, first, samples, 0, true, [row]), row);
    }
}
