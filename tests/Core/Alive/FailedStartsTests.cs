using UlmEdge.Core;
using UlmEdge.Core.Boots;
using UlmEdge.Core.Journal;
using UlmEdge.Simulator.Faults;

namespace UlmEdge.Tests.Core.Alive;

/// <summary>A start that fails again and again ends in a restart, but not in one after the other.</summary>
public class FailedStartsTests
{
    private readonly SimulatedFlash _flash = new();

    [Fact]
    public void The_fifth_failure_restarts_the_board_four_times_a_day()
    {
        for (int i = 0; i < Limits.OwnRestartsPerDay; i++)
        {
            Assert.Equal([false, false, false, false, true], Fail(NewStarts(), Limits.StartsMax));
            Assert.Equal(RestartReason.StartFailed, Read().Cause);
        }

        Assert.DoesNotContain(true, Fail(NewStarts(), 100));
    }

    [Fact]
    public void A_restart_that_cannot_be_noted_is_not_made()
    {
        FailedStarts starts = NewStarts();
        _flash.RefusesWrites = true;
        Assert.DoesNotContain(true, Fail(starts, 100));
    }

    private static bool[] Fail(FailedStarts starts, int times) => [.. Enumerable.Range(0, times).Select(i => starts.Add(i * 60_000))];

    private FailedStarts NewStarts() => new(Read());

    private BootKeeper Read() => new(new CountingStore(_flash));
}
