using UlmEdge.Core;
using UlmEdge.Core.Alarms;
using UlmEdge.Core.Configuration;
using UlmEdge.Core.Readings;
using UlmEdge.Ports;

namespace UlmEdge.Tests.Core;

public class AlarmTests
{
    private readonly Sample _sample = new();
    private readonly EventList _log = new();
    private long _seconds;

    [Theory]
    [InlineData(AlarmKind.Above, 500, 501)]
    [InlineData(AlarmKind.Below, 500, 499)]
    public void Beyond_the_threshold_does_not_wait_and_at_it_does(AlarmKind kind, int at, int beyond)
    {
        AlarmDesk desk = Desk(new AlarmSettings { Channel = "pm10", Kind = kind, Thousandths = 50_000 });
        Assert.False(Look(desk, at));
        Assert.True(Look(desk, beyond));
        Assert.False(Look(desk, beyond)); // It is known already.
        Assert.Equal([(NodeEvent.AlarmRaised, 6)], _log.Events);
    }

    [Fact]
    public void It_ends_after_three_calm_samples_in_a_row_and_that_does_not_wait_either()
    {
        AlarmDesk desk = Desk(Above(50));
        Look(desk, 600);
        Assert.Equal([false, false, false, false, false, true], new[] { 100, 100, 600, 100, 100, 100 }.Select(value => Look(desk, value)));
        Assert.Equal(NodeEvent.AlarmEnded, _log.Events[^1].What);
    }

    [Theory]
    [InlineData(AlarmKind.Rise, 100, 149, 150)]
    [InlineData(AlarmKind.Fall, 150, 101, 100)]
    public void A_change_counts_within_its_time(AlarmKind kind, int from, int less, int enough)
    {
        AlarmSettings rule = new() { Channel = "pm10", Kind = kind, Thousandths = 5_000, WithinSeconds = 600 };
        AlarmDesk desk = Desk(rule);
        Look(desk, from);
        Assert.False(Look(desk, less));
        Assert.True(Look(desk, enough));

        AlarmDesk slow = Desk(rule);
        Look(slow, from);
        _seconds += 600;
        Assert.False(Look(slow, enough));
    }

    [Fact]
    public void The_first_value_ever_has_not_changed() =>
        Assert.False(Look(Desk(new AlarmSettings { Channel = "pm10", Kind = AlarmKind.Rise, Thousandths = 1 }), 9_000));

    [Theory]
    [InlineData(Quality.Range, true)]
    [InlineData(Quality.Rate, true)]
    [InlineData(Quality.Stuck, false)]
    [InlineData(Quality.WarmUp, false)]
    [InlineData(Quality.CrossCheck, false)]
    [InlineData(Quality.Signature, false)]
    public void An_extreme_value_raises_one_and_a_contradicted_one_does_not(Quality quality, bool isRaised)
    {
        AlarmDesk desk = Desk(Above(50));
        Assert.Equal(isRaised, Look(desk, Reading.Doubtful(2_000, quality)));
    }

    [Fact]
    public void A_missing_value_neither_raises_nor_ends_one()
    {
        AlarmDesk desk = Desk(Above(50));
        Assert.False(Look(desk, Reading.Missing(Absence.NoAnswer)));
        Look(desk, 600);
        Assert.DoesNotContain(true, Enumerable.Range(0, 10).Select(_ => Look(desk, Reading.Missing(Absence.NoAnswer))));
        Assert.Single(_log.Events);
    }

    [Fact]
    public void One_without_a_channel_is_left_out_and_said()
    {
        Complaints complaints = new();
        AlarmDesk desk = new(Channels(), [new AlarmSettings { Channel = "temp" }], _log, complaints);
        Assert.Equal("alarms: temp is no channel of this node; it is left out", complaints.SentenceAt(0));
        Assert.False(Look(desk, 600));
    }

    private static ChannelList Channels() => new([new FakeSensor { Quantities = [Quantity.Pm10] }]);

    private static AlarmSettings Above(int threshold) =>
        new() { Channel = "pm10", Kind = AlarmKind.Above, Thousandths = threshold * 1000 };

    private AlarmDesk Desk(params AlarmSettings[] rules) => new(Channels(), rules, _log, null);

    private bool Look(AlarmDesk desk, int value, int afterSeconds = 60) => Look(desk, Reading.Of(value), afterSeconds);

    private bool Look(AlarmDesk desk, Reading reading, int afterSeconds = 60)
    {
        _seconds += afterSeconds;
        _sample.UptimeSeconds = _seconds;
        _sample.Due[0] = true;
        _sample.Readings[0] = reading;
        return desk.Look(_sample);
    }

    private sealed class EventList : IEventLog
    {
        public List<(NodeEvent What, int Detail)> Events { get; } = [];

        public void Record(NodeEvent what, int detail) => Events.Add((what, detail));
    }
}
