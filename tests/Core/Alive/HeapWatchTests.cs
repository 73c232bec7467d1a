using UlmEdge.Core;
using UlmEdge.Core.Boots;
using UlmEdge.Ports;

namespace UlmEdge.Tests.Core.Alive;

/// <summary>While memory is short a node does without much, and never without samples.</summary>
public class HeapWatchTests
{
    private const int Minute = 60_000;
    private const int Hour = 60 * Minute;
    private const string Base = "ulm/v1/donau-07/";

    private readonly FakeWorld _world = new();
    private readonly Node _node;

    public HeapWatchTests()
    {
        _world.Configuration.HomeAssistant = true;
        _world.Configuration.HealthSeconds = 300;
        _node = _world.NewNode();
        _world.Run(_node, 10 * Minute);
        _world.Broker.Messages.Clear();
    }

    [Theory]
    [InlineData(10_500, 5, true)]
    [InlineData(10_000, 1, false)]
    [InlineData(5_000, 0, false)]
    [InlineData(int.MinValue, 5, true)]
    public void The_shorter_it_is_the_less_is_sent_beside_the_batches(int freeBytes, int reports, bool hasHomeAssistant)
    {
        int taken = _node.Counters.SamplesTaken;
        _world.FreeHeapBytes = freeBytes;
        _world.Run(_node, Minute);
        _world.Broker.Messages.Clear();
        _world.Run(_node, 25 * Minute);
        Assert.InRange(Count("health"), reports - 1, reports);
        Assert.Equal(hasHomeAssistant, _world.Broker.Messages.Any(message => message.Topic.Contains("/latest/")));
        Assert.Equal(26, _node.Counters.SamplesTaken - taken);
        Assert.InRange(_node.WaitingSamples, 0, 9);
    }

    [Fact]
    public void Answers_and_the_birth_are_given_at_the_least()
    {
        _world.FreeHeapBytes = 4_500;
        _world.Run(_node, Minute);
        _world.Broker.Send($"{Base}cmd/report", """{"id":"r-1"}""");
        _world.Broker.Post(BrokerEventKind.Closed);
        _world.Run(_node, 5_000);
        _world.Broker.Send($"{Base}cmd/report", """{"id":"r-1"}""");
        _world.Run(_node, 20_000);
        Assert.Equal(1, Count("status"));
        Assert.NotEqual(0, Count("cmd-ack/r-1"));
        Assert.Equal((0, 0), (Count("meta"), Count("health")));
    }

    [Fact]
    public void One_message_at_a_time_is_under_way()
    {
        _world.FreeHeapBytes = 9_000;
        _world.Run(_node, Minute);
        _world.Broker.PublishAnswer = BrokerEventKind.None;
        _world.Run(_node, Hour);
        int before = _world.Broker.Messages.Count;
        Assert.All(
            _world.Broker.Data.GroupBy(text => text).Select(group => group.Key).Take(3),
            text => Assert.Equal(_world.Broker.Data.First(), text)); // The first one again and again, none beside it.
        Assert.InRange(before, 1, 200);
    }

    [Fact]
    public void It_returns_only_when_there_is_some_more_than_it_left_with()
    {
        int[] levels = [.. new[] { 9_500, 11_000, 12_500, 4_900, 6_000, 7_300, 9_000, 40_000 }.Select(LevelWith)];
        Assert.Equal([1, 1, 0, 2, 2, 1, 1, 0], levels);
    }

    [Fact]
    public void Half_an_hour_at_the_least_ends_in_a_restart_that_says_so()
    {
        _world.FreeHeapBytes = 4_000;
        _world.Run(_node, 40 * Minute);
        Assert.Equal((1, RestartReason.Memory), (_world.Restarts, _node.Restarts.Reason));
        Assert.Equal(RestartReason.Memory, _world.Reboot().Boots.Cause);
    }

    private int LevelWith(int freeBytes)
    {
        _world.FreeHeapBytes = freeBytes;
        _world.Run(_node, Minute + 1_000);
        return _world.Events.Last(e => e.What == NodeEvent.MemoryShort).Detail;
    }

    private int Count(string topic) => _world.Broker.Messages.Count(message => message.Topic == Base + topic);
}
