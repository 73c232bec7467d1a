using CsCheck;
using UlmEdge.Core;
using UlmEdge.Core.Batches;
using UlmEdge.Core.Time;
using UlmEdge.Ports;

namespace UlmEdge.Tests.Core;

/// <summary>A sample has one date for ever, whatever the time of day does.</summary>
public class BootClockTests
{
    private const long Floor = Limits.TimeFloorUnixSeconds;
    private const long Now = 1_795_291_200;
    private const int Minute = 60_000;
    private const int Hour = 60 * Minute;

    private readonly FakeWorld _world = new() { BootUnixMs = 1000 * Now };
    private long _uptimeMs;

    [Fact]
    public void Without_an_answer_the_time_is_not_known_and_nothing_is_dated()
    {
        _world.ClockIsSet = false;
        BootClock clock = NewClock(0);
        Run(clock, Hour);
        Assert.False(clock.IsSet);
        Assert.False(Dated(clock).TimesAreUnix);
    }

    [Fact]
    public void It_learns_the_time_as_soon_as_it_is_there()
    {
        _world.ClockIsSet = false;
        BootClock clock = NewClock(0);
        Run(clock, 5_000);
        _world.ClockIsSet = true;
        Run(clock, 1_000);
        Assert.True(clock.IsSet);
        Assert.Equal(Now, clock.FirstOffsetSeconds);
        Assert.Contains((NodeEvent.ClockSet, 6), _world.Events);
        Assert.Equal(Now + 100, Dated(clock, 100).TimesSeconds[0]);
    }

    [Fact]
    public void A_date_is_given_once()
    {
        BootClock clock = NewClock(0);
        Run(clock, 1_000);
        Batch batch = Dated(clock, 100);
        clock.Date(batch);
        Assert.Equal(Now + 100, batch.TimesSeconds[0]);
    }

    [Fact]
    public void A_time_before_this_firmware_was_made_is_never_believed()
    {
        _world.BootUnixMs = 0; // 1970, as the platform has it before the first answer.
        BootClock clock = NewClock(0);
        Run(clock, 3 * 24 * Hour);
        Assert.False(clock.IsSet);
        _world.BootUnixMs = 1000 * Now;
        Run(clock, 1_000);
        Assert.Equal(Now, clock.FirstOffsetSeconds);
    }

    [Fact]
    public void A_time_before_the_last_that_was_known_is_believed_after_a_day()
    {
        _world.BootUnixMs = 1000 * (Floor + 10);
        BootClock clock = NewClock(Now);
        Run(clock, (24 * Hour) - Minute);
        Assert.False(clock.IsSet);
        Run(clock, 2 * Minute);
        Assert.True(clock.IsSet);
    }

    [Fact]
    public void A_clock_that_is_a_little_behind_the_last_known_time_is_believed_at_once()
    {
        BootClock clock = NewClock(Now + Limits.TimeFloorSlackSeconds);
        Run(clock, 1_000);
        Assert.True(clock.IsSet);
    }

    [Fact]
    public void Drift_is_followed_in_small_steps_both_ways()
    {
        BootClock clock = NewClock(0);
        Run(clock, 1_000);
        _world.BootUnixMs += 10_000;
        Run(clock, 5 * Minute);
        Assert.InRange(Offset(clock), Now + 2, Now + 3);
        Run(clock, 30 * Minute);
        Assert.Equal(Now + 10, Offset(clock));
        _world.BootUnixMs -= 10_000;
        Run(clock, 30 * Minute);
        Assert.Equal(Now, Offset(clock));
        Assert.Equal(Now, clock.FirstOffsetSeconds);
        Assert.DoesNotContain(_world.Events, e => e.What == NodeEvent.ClockStepped);
    }

    [Theory]
    [InlineData(100_000)]
    [InlineData(-100_000)]
    public void A_step_is_believed_once_it_has_lasted(int stepSeconds)
    {
        BootClock clock = NewClock(0);
        Run(clock, 1_000);
        _world.BootUnixMs += 1000L * stepSeconds;
        Run(clock, 2 * Hour - Minute);
        Assert.Equal(Now, Offset(clock));
        Run(clock, 3 * Minute);
        Assert.Equal(Now + stepSeconds, Offset(clock));
        Assert.Contains((NodeEvent.ClockStepped, stepSeconds), _world.Events);
    }

    [Fact]
    public void A_step_that_goes_again_was_none_and_one_that_moves_begins_anew()
    {
        BootClock clock = NewClock(0);
        Run(clock, 1_000);
        for (int i = 0; i < 5; i++)
        {
            _world.BootUnixMs += 1_000_000;
            Run(clock, Hour);
            _world.BootUnixMs -= 1_000_000;
            Run(clock, Hour);
        }

        for (int i = 0; i < 5; i++)
        {
            _world.BootUnixMs += 1_000_000;
            Run(clock, Hour);
        }

        Assert.Equal(Now, Offset(clock));
    }

    [Fact]
    public void Dates_of_one_boot_increase_while_the_clock_is_corrected() => Gen.Int[-59_000, 59_000].Array[5, 60].Sample(errors =>
    {
        FakeWorld world = new() { BootUnixMs = 1000 * Now };
        BootClock clock = new(world, Floor, 0, world);
        long last = 0;
        for (int minute = 0; minute < errors.Length; minute++)
        {
            world.BootUnixMs = (1000 * Now) + errors[minute];
            world.PassTo(minute * Minute);
            clock.Tick(minute * Minute);
            Batch batch = NewBatch((60L * minute) + 1);
            clock.Date(batch);
            Assert.True(batch.TimesSeconds[0] > last);
            Assert.Equal(batch.TimesSeconds[0] + 1, batch.TimesSeconds[1]);
            last = batch.TimesSeconds[1];
        }
    });

    [Fact]
    public void Samples_a_second_apart_keep_apart_when_the_clock_goes_back()
    {
        BootClock clock = NewClock(0);
        Run(clock, 1_000);
        _world.BootUnixMs -= 50_000;
        long last = 0;
        for (int second = 10; second < 600; second += 2)
        {
            Run(clock, 2_000);
            Batch batch = Dated(clock, second);
            Assert.True(batch.TimesSeconds[0] > last);
            last = batch.TimesSeconds[1];
        }
    }

    private BootClock NewClock(long known) => new(_world, Floor, known, _world);

    private static Batch NewBatch(long seconds)
    {
        Batch batch = Batches.OfWeather((seconds, 0, 0, 0), (seconds + 1, 0, 0, 0));
        batch.TimesAreUnix = false;
        return batch;
    }

    private static Batch Dated(BootClock clock, long seconds = 10)
    {
        Batch batch = NewBatch(seconds);
        clock.Date(batch);
        return batch;
    }

    // Far ahead of all that was dated before, so that only the offset counts.
    private long Offset(BootClock clock) => Dated(clock, _uptimeMs / 1000).TimesSeconds[0] - (_uptimeMs / 1000);

    private void Run(BootClock clock, long milliseconds)
    {
        for (long endMs = _uptimeMs + milliseconds; _uptimeMs < endMs;)
        {
            _uptimeMs += Math.Min(1_000, endMs - _uptimeMs);
            _world.PassTo(_uptimeMs);
            clock.Tick(_uptimeMs);
        }
    }
}
