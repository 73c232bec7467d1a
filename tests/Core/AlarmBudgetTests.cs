using UlmEdge.Core;
using UlmEdge.Core.Alarms;
using UlmEdge.Core.Configuration;
using UlmEdge.Core.Readings;
using UlmEdge.Ports;

namespace UlmEdge.Tests.Core;

/// <summary>What alarms may cost, and what a node does about one.</summary>
public class AlarmBudgetTests : IEventLog
{
    private readonly Sample _sample = new();
    private readonly List<NodeEvent> _events = [];
    private long _seconds;

    void IEventLog.Record(NodeEvent what, int detail) => _events.Add(what);

    [Fact]
    public void Four_batches_close_at_once_then_one_in_twenty_minutes_and_every_alarm_is_noted()
    {
        AlarmDesk desk = Desk(Above(50));
        int closes = 0;
        const int changes = 100;
        for (int i = 0; i < changes; i++)
        {
            closes += Look(desk, 600) ? 1 : 0;
            closes += Look(desk, 100) | Look(desk, 100) | Look(desk, 100) ? 1 : 0;
        }

        // A sample a minute: 400 minutes.
        Assert.Equal(Limits.AlarmsAtOnce + (400 * 60 / Limits.AlarmRefillSeconds) - 1, closes);
        Assert.Equal(2 * changes, _events.Count);
    }

    [Fact]
    public void Samples_come_faster_for_an_hour_a_day_and_no_longer()
    {
        AlarmDesk desk = Desk(Above(50, sampleSeconds: 15));
        Assert.Equal(0, desk.SampleSeconds);
        int fasterSeconds = 0;
        int switches = 0;
        for (int second = 0; second < 2 * 86_400; second += 15)
        {
            int before = desk.SampleSeconds;
            _seconds = second;
            Look(desk, 600, 0);
            fasterSeconds += desk.SampleSeconds == 15 ? 15 : 0;
            switches += desk.SampleSeconds == before ? 0 : 1;
        }

        Assert.Equal(2 * Limits.FasterSecondsPerDay, fasterSeconds);
        Assert.Equal(4, switches); // On and off, each day once.
    }

    [Fact]
    public void The_fastest_of_several_decides_and_the_usual_interval_comes_back()
    {
        AlarmDesk desk = Desk(Above(50, 30), Above(80, 10));
        Look(desk, 600);
        Assert.Equal(30, desk.SampleSeconds);
        Look(desk, 900);
        Assert.Equal(10, desk.SampleSeconds);
        Look(desk, 100);
        Look(desk, 100);
        Assert.Equal(10, desk.SampleSeconds);
        Look(desk, 100);
        Assert.Equal(0, desk.SampleSeconds);
    }

    [Fact]
    public void A_node_sends_at_once_and_samples_faster_while_it_lasts()
    {
        FakeWorld world = new();
        world.Configuration.Alarms = [new() { Channel = "temp", Kind = AlarmKind.Above, Thousandths = 30_000, SampleSeconds = 10 }];
        Node node = world.NewNode();
        world.Run(node, 130_000);
        int before = node.Journal.NextSample;
        world.Sensor.Readings[0] = Reading.Of(3_001);
        world.Run(node, 55_000);
        Assert.Equal((1, 4), (before, node.Journal.NextSample)); // The first one of the boot, then all up to the alarm's.
        world.Run(node, 50_000);
        Assert.InRange(world.Sensor.Begun[^1] - world.Sensor.Begun[^2], 9_000, 11_000);
    }

    private static AlarmSettings Above(int threshold, int sampleSeconds = 0) =>
        new() { Channel = "pm10", Kind = AlarmKind.Above, Thousandths = threshold * 1000, SampleSeconds = sampleSeconds };

    private AlarmDesk Desk(params AlarmSettings[] rules) =>
        new(new ChannelList([new FakeSensor { Quantities = [Quantity.Pm10] }]), rules, this, null);

    private bool Look(AlarmDesk desk, int value, int afterSeconds = 60)
    {
        _seconds += afterSeconds;
        _sample.UptimeSeconds = _seconds;
        _sample.Due[0] = true;
        _sample.Readings[0] = Reading.Of(value);
        return desk.Look(_sample);
    }
}
