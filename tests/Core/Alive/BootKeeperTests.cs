using UlmEdge.Core;
using UlmEdge.Core.Boots;
using UlmEdge.Core.Journal;
using UlmEdge.Simulator.Faults;

namespace UlmEdge.Tests.Core.Alive;

/// <summary>How boots are counted and judged, and what the next one makes of it.</summary>
public class BootKeeperTests
{
    private const long Day = 86_400_000;
    private const long Noon = 1_795_305_600 + 43_200;

    private readonly SimulatedFlash _flash = new();

    [Fact]
    public void The_first_boot_knows_nothing_and_dares_everything()
    {
        BootKeeper boots = Boot();
        Assert.Equal((1, 0, BootStage.Normal, RestartReason.None), (boots.Boots, boots.BadBoots, boots.Stage, boots.Cause));
    }

    [Fact]
    public void Boots_that_end_within_a_minute_make_the_next_ones_careful_and_a_good_one_ends_that()
    {
        int[] stages = [.. Enumerable.Range(0, 8).Select(_ => Boot().Stage)];
        Assert.Equal([0, 0, 0, 1, 1, 1, 2, 2], stages);
        BootKeeper boots = Boot();
        Assert.Equal((9, 8), (boots.Boots, boots.BadBoots));
        boots.Tick(Limits.GoodBootMs - 1);
        Assert.False(boots.IsGood);
        boots.Tick(Limits.GoodBootMs);
        Assert.True(boots.IsGood);
        Assert.Equal((0, BootStage.Normal), (Boot().BadBoots, Boot().Stage));
    }

    [Theory]
    [InlineData(RestartReason.Command, 0)]
    [InlineData(RestartReason.ConfigurationTrial, 0)]
    [InlineData(RestartReason.ConfigurationReturn, 0)]
    [InlineData(RestartReason.LeaveSafeMode, 0)]
    [InlineData(RestartReason.Stuck, 1)]
    [InlineData(RestartReason.Memory, 1)]
    [InlineData(RestartReason.StartFailed, 1)]
    public void The_next_boot_knows_why_and_whether_that_was_bad(int reason, int badBoots)
    {
        Assert.True(Boot().TryNoteRestart(reason));
        BootKeeper boots = Boot();
        Assert.Equal((reason, badBoots, 1), (boots.Cause, boots.BadBoots, boots.OwnRestarts));
        Assert.Equal(RestartReason.None, Boot().Cause);
    }

    [Fact]
    public void Four_own_restarts_a_day_and_a_way_back_always()
    {
        BootKeeper boots = Boot();
        for (int i = 0; i < Limits.OwnRestartsPerDay; i++)
        {
            Assert.True(boots.MayRestart(RestartReason.Command, 0, Noon));
            Assert.True(boots.TryNoteRestart(RestartReason.Command));
            boots = Boot();
        }

        Assert.False(boots.MayRestart(RestartReason.Command, 0, Noon + 100));
        Assert.False(boots.MayRestart(RestartReason.Command, 0, 0));
        Assert.True(boots.MayRestart(RestartReason.ConfigurationReturn, 0, Noon + 100));
        Assert.True(boots.MayRestart(RestartReason.LeaveSafeMode, 0, Noon + 100));
        Assert.True(boots.MayRestart(RestartReason.Command, 0, Noon + 43_200));
    }

    [Fact]
    public void Without_the_time_of_day_a_day_is_a_day_of_uptime()
    {
        BootKeeper boots = Boot();
        for (int i = 0; i < Limits.OwnRestartsPerDay; i++)
        {
            Assert.True(boots.TryNoteRestart(RestartReason.Memory));
        }

        Assert.False(boots.MayRestart(RestartReason.Memory, Day - 1, 0));
        Assert.True(boots.MayRestart(RestartReason.Memory, Day, 0));
    }

    [Fact]
    public void A_boot_writes_twice_and_then_once_a_day()
    {
        BootKeeper boots = Boot();
        for (long uptimeMs = 0; uptimeMs < Day; uptimeMs += 10_000)
        {
            boots.Tick(uptimeMs);
        }

        Assert.Equal(2, _flash.Closes);
        boots.Tick(2 * Day);
        Assert.Equal(3, _flash.Closes);
    }

    [Fact]
    public void Wear_is_counted_over_the_life_of_the_flash()
    {
        for (int i = 0; i < 5; i++)
        {
            Boot().Tick(Limits.GoodBootMs);
        }

        Assert.Equal(11, Boot().LifetimeCloses);
        Assert.Equal(11, _flash.Closes);
    }

    [Fact]
    public void A_flash_that_refuses_to_be_written_is_tried_again_and_no_restart_goes_uncounted()
    {
        _flash.RefusesWrites = true;
        BootKeeper boots = Boot();
        Assert.False(boots.TryNoteRestart(RestartReason.Command));
        Assert.Equal(0, boots.OwnRestarts);
        boots.Tick(Limits.GoodBootMs);
        _flash.RefusesWrites = false;
        boots.Tick(Limits.GoodBootMs + Limits.RefusedRetryMs);
        Assert.Equal((2, 0), (Boot().Boots, Boot().BadBoots - 1));
    }

    [Fact]
    public void What_cannot_be_read_is_not_written_over()
    {
        Boot();
        Boot();
        _flash.RefusesReads = true;
        BootKeeper boots = Boot();
        Assert.Equal((BootStage.Normal, false), (boots.Stage, boots.TryNoteRestart(RestartReason.Command)));
        boots.Tick(Limits.GoodBootMs);
        _flash.RefusesReads = false;
        Assert.Equal((3, 2), (Boot().Boots, _flash.Files.Count));
    }

    [Theory]
    [InlineData(TornWrite.Nothing)]
    [InlineData(TornWrite.Emptied)]
    [InlineData(TornWrite.Prefix)]
    [InlineData(TornWrite.Garbage)]
    [InlineData(TornWrite.DoneUntold)]
    public void A_cut_at_any_write_leaves_what_was_before_or_what_was_to_be(TornWrite torn)
    {
        for (int operation = 0; operation < 12; operation++)
        {
            SimulatedFlash flash = new();
            flash.CutAfter(operation, torn, operation);
            int known = 0;
            for (int step = 0; step < 12; step++)
            {
                try
                {
                    BootKeeper boots = new(new CountingStore(flash));
                    Assert.InRange(boots.Boots, known, known + 2); // The cut one may have been counted, or not.
                    known = boots.Boots;
                    boots.Tick(Limits.GoodBootMs);
                    Assert.InRange(boots.BadBoots, 0, 1);
                    boots.TryNoteRestart(RestartReason.Command);
                }
                catch (PowerCutException)
                {
                    Assert.False(flash.IsArmed);
                }
            }

            Assert.Equal(1, flash.Cuts);
            Assert.InRange(known, 11, 12);
        }
    }

    private BootKeeper Boot() => new(new CountingStore(_flash));
}
