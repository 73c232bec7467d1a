using UlmEdge.Core;
using UlmEdge.Core.Boots;
using UlmEdge.Core.Journal;
using UlmEdge.Ports;
using UlmEdge.Simulator.Faults;

namespace UlmEdge.Tests.Core.Alive;

/// <summary>A loop that shows no sign of life is ended, and the next boot knows.</summary>
public class SupervisorTests
{
    private const int TurnsMax = Limits.StuckMs / Limits.SupervisionMs;

    private readonly FakeWorld _world = new();
    private readonly SimulatedFlash _flash = new();
    private long _uptimeMs;

    [Fact]
    public void A_loop_that_beats_is_left_alone()
    {
        Supervisor supervisor = NewSupervisor();
        for (int i = 0; i < 1000; i++)
        {
            if (i % (TurnsMax - 1) == 0)
            {
                supervisor.Beat();
            }

            Look(supervisor, 1);
        }

        Assert.Equal(0, _world.Restarts);
    }

    [Fact]
    public void A_stuck_one_ends_after_three_minutes_with_the_reason_in_flash()
    {
        Supervisor supervisor = NewSupervisor();
        supervisor.Beat();
        Look(supervisor, TurnsMax);
        Assert.Equal(0, _world.Restarts);
        Look(supervisor, 1);
        Assert.Equal(1, _world.Restarts);
        Assert.Equal(RestartReason.Stuck, new BootKeeper(new CountingStore(_flash)).Cause);
        BlackBox box = new(_flash, _world);
        Assert.Equal(((int)NodeEvent.LoopStuck, 180), (box.NumberAt(0, BlackBoxEvent.Code), box.NumberAt(0, BlackBoxEvent.Detail)));
    }

    [Fact]
    public void When_the_day_s_restarts_are_used_up_it_takes_an_hour()
    {
        for (int i = 0; i < Limits.OwnRestartsPerDay; i++)
        {
            Look(NewSupervisor(), TurnsMax);
        }

        Assert.Equal(Limits.OwnRestartsPerDay, _world.Restarts);
        Supervisor supervisor = NewSupervisor();
        Look(supervisor, (Limits.StuckRefusedMs / Limits.SupervisionMs) - 1);
        Assert.Equal(Limits.OwnRestartsPerDay, _world.Restarts);
        Look(supervisor, 1);
        Assert.Equal(Limits.OwnRestartsPerDay + 1, _world.Restarts);
    }

    [Fact]
    public void A_flash_that_refuses_does_not_keep_a_stuck_board_stuck()
    {
        Supervisor supervisor = NewSupervisor();
        _flash.RefusesWrites = true;
        Look(supervisor, TurnsMax);
        Assert.Equal(1, _world.Restarts);
    }

    private Supervisor NewSupervisor() =>
        new(new BootKeeper(new CountingStore(_flash)), _world) { BlackBox = new BlackBox(_flash, _world) };

    private void Look(Supervisor supervisor, int times)
    {
        for (int i = 0; i < times; i++)
        {
            _uptimeMs += Limits.SupervisionMs;
            supervisor.Look(_uptimeMs % Limits.DayMs);
        }
    }
}
