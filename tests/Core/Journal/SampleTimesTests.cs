using CsCheck;
using UlmEdge.Core.Journal;

namespace UlmEdge.Tests.Core.Journals;

/// <summary>A few marks for how old samples are.</summary>
public class SampleTimesTests
{
    private readonly SampleTimes _times = new();

    [Fact]
    public void A_sample_is_as_old_as_the_last_mark_that_is_not_behind_it()
    {
        Assert.False(_times.TryFind(5, out _));
        _times.Mark(10, 600, 0);
        _times.Mark(0, -50, 0); // Read later, of an earlier boot.
        _times.Mark(10, 601, 0);
        Assert.Equal(2, _times.Count);
        Assert.Equal([-50, -50, 601, 601], new[] { 0, 9, 10, 4_711 }.Select(Find));
    }

    [Fact]
    public void Of_what_is_settled_only_the_last_mark_stays()
    {
        for (int i = 0; i < 5; i++)
        {
            _times.Mark(10 * i, i, 0);
        }

        _times.Mark(50, 5, 25);
        Assert.Equal(4, _times.Count);
        Assert.Equal(2, Find(25));
        Assert.False(_times.TryFind(19, out _));
    }

    [Fact]
    public void However_many_wait_the_oldest_is_never_too_young_and_never_too_old_by_more_than_a_seventh() =>
        Gen.Select(Gen.Int[1, 20].Array[20, 2_000], Gen.Double[0, 1]).Sample((batches, settled) =>
        {
            SampleTimes times = new();
            int next = 0;
            int largest = 0;
            foreach (int size in batches)
            {
                times.Mark(next, 60L * next, 0);
                next += size;
                largest = Math.Max(largest, size);
            }

            int sample = (int)(settled * (next - 1));
            Assert.True(times.TryFind(sample, out long seconds));
            Assert.InRange(times.Count, 1, SampleTimes.MarksMax);
            Assert.InRange(sample - (seconds / 60), 0, Math.Max(largest, next / 7));
        }, iter: 300, threads: 1);

    private long Find(int sample)
    {
        Assert.True(_times.TryFind(sample, out long seconds));
        return seconds;
    }
}
