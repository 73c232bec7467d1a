using UlmEdge.Core;
using UlmEdge.Core.Configuration;
using UlmEdge.Core.Publishing;
using UlmEdge.Ports;

namespace UlmEdge.Tests.Core;

/// <summary>Several brokers: away from one that fails, and back to the first.</summary>
public class BrokerChoiceTests
{
    private const int Minute = 60_000;

    private readonly FakeWorld _world = new();

    public BrokerChoiceTests() => _world.Configuration.Brokers =
        [new BrokerSettings { Host = "first" }, new BrokerSettings { Host = "second", Port = 8_000, User = "u" }];

    [Fact]
    public void Three_failures_lead_to_the_next_broker_and_nothing_is_stuck()
    {
        _world.Broker.AnswerTo = host => host == "first" ? BrokerEventKind.Failed : BrokerEventKind.Opened;
        Node node = _world.NewNode();
        _world.Run(node, 10 * Minute);
        Assert.Equal(["first", "first", "first", "second"], _world.Broker.Hosts);
        Assert.Equal((8_000, "u"), (_world.Broker.Session!.Port, _world.Broker.Session.User));
        Assert.Equal(node.Journal.NextSample, node.Counters.SamplesAcknowledged);
    }

    [Fact]
    public void A_broker_that_takes_connections_and_acknowledges_nothing_is_left_too()
    {
        _world.Broker.PublishAnswer = BrokerEventKind.NotAcknowledged;
        Node node = _world.NewNode();
        _world.Run(node, 5 * Minute);
        Assert.Contains("second", _world.Broker.Hosts);
        _world.Broker.PublishAnswer = BrokerEventKind.Acknowledged;
        _world.Run(node, 5 * Minute);
        Assert.Equal(node.Journal.NextSample, node.Counters.SamplesAcknowledged);
    }

    [Fact]
    public void After_half_an_hour_the_first_one_is_tried_once_and_used_again_when_it_is_back()
    {
        _world.Broker.AnswerTo = host => host == "first" ? BrokerEventKind.Failed : BrokerEventKind.Opened;
        Node node = _world.NewNode();
        _world.Run(node, 35 * Minute);
        Assert.Equal(["first", "first", "first", "second", "first", "second"], _world.Broker.Hosts);
        _world.Broker.AnswerTo = _ => BrokerEventKind.Opened;
        _world.Run(node, 35 * Minute);
        Assert.Equal(["second", "first"], _world.Broker.Hosts.TakeLast(2));
        _world.Run(node, 60 * Minute);
        Assert.Equal("first", _world.Broker.Hosts.Last());
        Assert.Equal(node.Journal.NextSample, node.Counters.SamplesAcknowledged);
    }

    [Fact]
    public void One_broker_alone_is_tried_for_ever()
    {
        BrokerChoice choice = new([new BrokerSettings { Host = "only" }], []);
        for (int i = 0; i < 100; i++)
        {
            choice.Failed(i * Minute);
            Assert.Equal("only", choice.Current.Host);
            Assert.False(choice.IsReturnDue(i * Minute));
        }
    }
}
