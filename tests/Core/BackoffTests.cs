using UlmEdge.Core;
using UlmEdge.Core.Publishing;

namespace UlmEdge.Tests.Core;

public class BackoffTests
{
    [Fact]
    public void The_window_doubles_up_to_a_minute_and_never_beyond()
    {
        Assert.Equal([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000], Enumerable.Range(0, 8).Select(Backoff.WindowMs));
        Assert.Equal(Limits.BackoffMsMax, Backoff.WindowMs(int.MaxValue));
    }

    [Fact]
    public void Slots_spread_a_district_evenly_and_stay_the_same()
    {
        int[] slots = [.. Enumerable.Range(1, 1_000).Select(i => Backoff.SlotMs($"donau-{i:D2}"))];
        Assert.All(slots, slot => Assert.InRange(slot, 0, Limits.SlotWindowMs - 1));
        int[] tenths = [.. Enumerable.Range(0, 10).Select(tenth => slots.Count(slot => slot / (Limits.SlotWindowMs / 10) == tenth))];
        Assert.All(tenths, count => Assert.InRange(count, 50, 200));
        Assert.Equal(slots[6], Backoff.SlotMs("donau-07"));
    }
}
