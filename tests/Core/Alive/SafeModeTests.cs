using UlmEdge.Core;
using UlmEdge.Core.Boots;
using UlmEdge.Ports;

namespace UlmEdge.Tests.Core.Alive;

/// <summary>A board that dies again and again finds out of what, and does without it; a healthy one gets all back.</summary>
public class SafeModeTests
{
    private const int Minute = 60_000;
    private const int Hour = 60 * Minute;

    private readonly FakeWorld _world = new();
    private readonly DyingSensor[] _sensors = [new(), new() { DiesLate = true }, new()];
    private Node? _node;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void The_sensor_at_which_the_board_dies_is_found_and_left_out(int deadly)
    {
        _sensors[deadly].IsDeadly = true;
        Assert.Equal(4, LivesUntilGood());
        Assert.Equal(BootStage.OneByOne, _node!.Boots.Stage);
        Assert.Equal([deadly], LeftOut());
        for (int i = 0; i < _sensors.Length; i++)
        {
            Assert.Equal(i == deadly ? Absence.LeftOut : Absence.None, _node.Latest(i).Absence);
        }

        Assert.Contains((NodeEvent.SensorLeftOut, deadly), _world.Events);
        Assert.Contains(",\"v\":1024}", _world.Broker.Data.Last());
        Assert.Contains(
            _world.Broker.Messages, message => message.Topic.EndsWith("/health") && message.Text.Contains("\"boots.stage\",\"v\":1}"));
    }

    [Fact]
    public void Two_are_found_one_after_the_other()
    {
        (_sensors[0].IsDeadly, _sensors[2].IsDeadly) = (true, true);
        Assert.Equal(5, LivesUntilGood());
        Assert.Equal([0, 2], LeftOut());
    }

    [Fact]
    public void When_that_does_not_help_no_sensor_is_begun()
    {
        for (int i = 0; i <= Limits.BadBootsUntilTelemetry; i++)
        {
            Reboot();
        }

        Array.ForEach(_sensors, sensor => sensor.IsDeadly = true);
        int[] begun = [.. _sensors.Select(sensor => sensor.Begun)];
        _world.Run(_node!, 10 * Minute);
        Assert.Equal(BootStage.TelemetryOnly, _node!.Boots.Stage);
        Assert.Equal(begun, _sensors.Select(sensor => sensor.Begun));
        Assert.Equal((10, Absence.LeftOut), (_node.Counters.SamplesTaken, _node.Latest(0).Absence));
    }

    [Fact]
    public void After_an_hour_everything_is_tried_again_also_when_the_day_s_restarts_are_used_up()
    {
        _sensors[1].IsDeadly = true;
        LivesUntilGood();
        _sensors[1].IsDeadly = false;
        for (int i = 0; i < Limits.OwnRestartsPerDay; i++)
        {
            Assert.True(_node!.Boots.TryNoteRestart(RestartReason.Command));
        }

        _world.Run(_node!, Hour - (2 * Minute) - 1_000);
        Assert.Equal(0, _world.Restarts);
        _world.Run(_node!, Minute);
        Assert.Equal((1, RestartReason.LeaveSafeMode), (_world.Restarts, _node!.Restarts.Reason));
        Reboot();
        _world.Run(_node!, 2 * Minute);
        Assert.Equal((BootStage.Normal, Absence.None), (_node!.Boots.Stage, _node.Latest(1).Absence));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(40)]
    public void A_supply_that_flaps_costs_sensors_until_the_boot_after_a_good_one_and_no_longer(int flaps)
    {
        for (int i = 0; i < flaps; i++)
        {
            Reboot();
            _world.Run(_node!, 3_000);
        }

        Reboot();
        _world.Run(_node!, 61_000);
        Assert.NotEqual(BootStage.Normal, _node!.Boots.Stage);
        Reboot();
        _world.Run(_node!, 61_000);
        Assert.Equal((BootStage.Normal, 0), (_node!.Boots.Stage, _node.Boots.BadBoots));
        Assert.All(Enumerable.Range(0, 3), channel => Assert.Equal(Absence.None, _node.Latest(channel).Absence));
    }

    [Fact]
    public void Sensors_that_all_deliver_are_all_there_in_the_first_sample_of_a_careful_boot()
    {
        for (int i = 0; i < 4; i++)
        {
            Reboot();
        }

        _world.Run(_node!, 5_000);
        Assert.Equal(BootStage.OneByOne, _node!.Boots.Stage);
        Assert.Equal(1, _node.Counters.SamplesTaken);
        Assert.All(Enumerable.Range(0, 3), channel => Assert.Equal(Absence.None, _node.Latest(channel).Absence));
    }

    private IEnumerable<int> LeftOut() => Enumerable.Range(0, _sensors.Length).Where(i => _node!.Boots.IsLeftOut(i));

    private void Reboot()
    {
        _world.PowerCut();
        _node = new Node(_world.Configuration, _world.Ports, [.. _sensors]);
    }

    // The death of a board is no exception that its loop could catch.
    private int LivesUntilGood()
    {
        for (int deaths = 0; ; deaths++)
        {
            _node = new Node(_world.Configuration, _world.Ports, [.. _sensors]);
            if (Record.Exception(() => _world.Run(_node, 2 * Minute)) is not BoardDiedException)
            {
                return deaths;
            }

            _world.PowerCut();
        }
    }
}
