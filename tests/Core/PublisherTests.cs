using UlmEdge.Core;
using UlmEdge.Core.Journal;
using UlmEdge.Core.Publishing;
using UlmEdge.Core.Time;
using UlmEdge.Ports;

namespace UlmEdge.Tests.Core;

/// <summary>The way from the outbox to the broker, seen through a node with a world of fakes.</summary>
public class PublisherTests
{
    private const int Minute = 60_000;

    private readonly FakeWorld _world = new();

    [Fact]
    public void The_first_batch_is_acknowledged_within_fifteen_seconds_of_power_on()
    {
        Node node = _world.NewNode();
        _world.Run(node, 15_000);
        Assert.Equal(1, node.Counters.SamplesAcknowledged);
        Assert.Equal(PublisherState.Idle, node.PublisherState);
        Assert.StartsWith("[{\"bn\":\"ulm/v1/donau-07/\",\"bt\":1795291200,\"n\":\"batch\",", _world.Broker.Data.Single());
    }

    [Fact]
    public void Birth_and_last_will_are_retained_and_carry_the_same_numbers()
    {
        _world.Run(_world.NewNode(), 15_000);
        (string topic, string text, bool retain) = _world.Broker.Messages[0];
        Assert.Equal(("ulm/v1/donau-07/status", "{\"state\":\"online\",\"boot\":1,\"conn\":1}", true), (topic, text, retain));
        Assert.Equal(topic, _world.Broker.Session!.WillTopic);
        Assert.Equal(text.Replace("online", "offline"), _world.Broker.Session.WillMessage);
        string[] retained = ["ulm/v1/donau-07/status", "ulm/v1/donau-07/meta", "ulm/v1/donau-07/commissioning"];
        Assert.Equal(retained, _world.Broker.Messages.Where(message => message.Retain).Select(message => message.Topic));
    }

    [Theory]
    [InlineData(BrokerEventKind.NotAcknowledged)]
    [InlineData(BrokerEventKind.Closed)]
    public void A_batch_without_acknowledgement_is_sent_again_on_a_new_connection(BrokerEventKind outcome)
    {
        Node node = _world.NewNode();
        _world.Broker.PublishAnswer = BrokerEventKind.None;
        _world.Run(node, 10_000);
        Assert.Equal(PublisherState.AwaitingAcknowledgement, node.PublisherState);

        _world.Broker.Post(outcome, _world.Broker.LastId);
        _world.Broker.PublishAnswer = BrokerEventKind.Acknowledged;
        _world.Run(node, 10_000);
        Assert.Equal(2, node.Counters.Connections);
        Assert.Equal(2, _world.Broker.Data.Count());
        Assert.Single(_world.Broker.Data.Distinct());
        Assert.Equal((1, 1), (node.Counters.SamplesPublished, node.Counters.SamplesAcknowledged));
    }

    [Fact]
    public void An_acknowledgement_of_another_message_proves_nothing()
    {
        Node node = _world.NewNode();
        _world.Broker.PublishAnswer = BrokerEventKind.None;
        _world.Run(node, 10_000);
        _world.Broker.Post(BrokerEventKind.Acknowledged, _world.Broker.LastId - 1);
        _world.Run(node, 10_000);
        Assert.Equal(0, node.Counters.SamplesAcknowledged);
        Assert.Equal(0, node.OldestPendingSample);
    }

    [Fact]
    public void A_connection_that_says_nothing_for_two_minutes_is_given_up()
    {
        Node node = _world.NewNode();
        _world.Broker.PublishAnswer = BrokerEventKind.None;
        _world.Run(node, 2 * Minute);
        Assert.Equal(1, node.Counters.Connections);
        _world.Run(node, Minute);
        Assert.Equal(2, node.Counters.Connections);
    }

    [Fact]
    public void Failures_back_off_and_the_node_keeps_measuring()
    {
        Node node = _world.NewNode();
        _world.Broker.OpenAnswer = BrokerEventKind.Failed;
        _world.Run(node, 10 * Minute);
        Assert.Equal(10, node.Counters.SamplesTaken);
        Assert.InRange(_world.Broker.Opens, 10, 20);
        var delays = _world.Events.Where(e => e.What == NodeEvent.BrokerUnreachable).Select(e => e.Detail).ToArray();
        Assert.Equal(delays.Order(), delays);

        _world.Broker.OpenAnswer = BrokerEventKind.Opened;
        _world.Run(node, 4 * Minute);
        Assert.Equal(PublisherState.Idle, node.PublisherState);
        Assert.True(node.Counters.SamplesAcknowledged >= 10);
    }

    [Fact]
    public void A_refusal_is_tried_again_after_a_minute_not_sooner()
    {
        Node node = _world.NewNode();
        _world.Broker.OpenAnswer = BrokerEventKind.Refused;
        _world.Run(node, 10 * Minute);
        Assert.InRange(_world.Broker.Opens, 9, 10);
        Assert.Contains((NodeEvent.BrokerRefused, 5), _world.Events);
    }

    [Fact]
    public void Without_a_network_the_platform_is_asked_to_join_and_no_connection_is_tried()
    {
        _world.IsUp = false;
        Node node = _world.NewNode();
        _world.Run(node, Minute);
        Assert.Equal((0, PublisherState.WaitingForLink), (_world.Broker.Opens, node.PublisherState));
        Assert.True(_world.Joins > 0);
    }

    [Fact]
    public void When_the_network_is_back_for_a_whole_district_each_node_waits_for_its_slot()
    {
        int slotMs = Backoff.SlotMs(_world.Configuration.NodeId);
        Assert.InRange(slotMs, 500, Limits.SlotWindowMs); // Else this would prove nothing.
        _world.IsUp = false;
        Node node = _world.NewNode();
        _world.Run(node, Minute);
        _world.IsUp = true;
        _world.Run(node, slotMs - Limits.PollMs);
        Assert.Equal((0, PublisherState.BackingOff), (_world.Broker.Opens, node.PublisherState));
        _world.Run(node, 2 * Limits.PollMs);
        Assert.Equal(1, _world.Broker.Opens);
    }

    [Fact]
    public void Without_the_time_of_day_nothing_is_sent_and_later_everything_with_its_time()
    {
        _world.ClockIsSet = false;
        Node node = _world.NewNode();
        _world.Run(node, 10 * Minute);
        Assert.Equal(PublisherState.WaitingForClock, node.PublisherState);
        Assert.Empty(_world.Broker.Data);

        _world.ClockIsSet = true;
        _world.Run(node, Minute);
        Assert.Contains("\"bt\":1795291200,", _world.Broker.Data.First());
    }

    [Fact]
    public void Without_a_broker_the_node_measures_and_keeps_what_it_takes()
    {
        _world.Configuration.Brokers = [];
        _world.Configuration.SampleSeconds = 1;
        Node node = _world.NewNode();
        _world.Run(node, 4 * 60 * Minute);
        Assert.Equal(PublisherState.NoBroker, node.PublisherState);
        Assert.Equal((14_400, 14_400), (node.Counters.SamplesTaken, node.WaitingSamples));
    }

    [Fact]
    public void A_batch_that_cannot_be_read_back_is_accounted_for_and_does_not_block_the_next()
    {
        _world.IsUp = false;
        Node node = _world.NewNode();
        _world.Run(node, 60 * Minute);
        byte[] segment = _world.Files["j0000001.0"];
        segment[segment.Length / 2] ^= 1;
        _world.IsUp = true;
        _world.Run(node, 10 * Minute);
        LedgerTotals totals = node.Journal.Account(0, node.Journal.NextSample);
        Assert.InRange(totals.Unreadable, 1, 10);
        Assert.Equal((totals.Taken - totals.Unreadable, 0), (totals.Sent, totals.Waiting));
        Assert.Contains((NodeEvent.SamplesUnreadable, totals.Unreadable), _world.Events);
    }

    [Fact]
    public void A_network_that_goes_while_it_backs_off_is_joined_again()
    {
        Node node = _world.NewNode();
        _world.Broker.OpenAnswer = BrokerEventKind.Failed;
        _world.Run(node, 30_000);
        _world.IsUp = false;
        int opens = _world.Broker.Opens;
        _world.Run(node, 3 * Minute);
        Assert.Equal((opens, PublisherState.WaitingForLink), (_world.Broker.Opens, node.PublisherState));
        Assert.Contains(_world.Events, e => e.What == NodeEvent.LinkDown);
        Assert.True(_world.Joins > 100);
        _world.IsUp = true;
        _world.Broker.OpenAnswer = BrokerEventKind.Opened;
        _world.Run(node, Minute);
        Assert.Equal(node.Journal.NextSample, node.Counters.SamplesAcknowledged);
    }

    [Fact]
    public void A_connection_that_was_not_asked_for_is_not_greeted()
    {
        Node node = _world.NewNode();
        _world.Run(node, 10_000);
        _world.Broker.Post(BrokerEventKind.Opened);
        _world.Run(node, 10_000);
        Assert.Equal(1, node.Counters.Connections);
        Assert.Single(_world.Broker.Messages, message => message.Topic.EndsWith("/status", StringComparison.Ordinal));
    }

    [Fact]
    public void A_connection_that_takes_no_more_messages_is_given_up_and_the_rest_is_sent_on_the_next()
    {
        _world.IsUp = false;
        Node node = _world.NewNode();
        _world.Run(node, 30 * Minute);
        _world.IsUp = true;
        _world.Broker.TakesUpTo = 2;
        _world.Run(node, 20_000);
        _world.Broker.TakesUpTo = int.MaxValue;
        _world.Run(node, Minute);
        Assert.True(node.Counters.Connections > 1);
        Assert.Equal(node.Journal.NextSample, node.Counters.SamplesAcknowledged);
    }

    [Fact]
    public void An_attempt_that_reports_nothing_is_abandoned()
    {
        Node node = _world.NewNode();
        _world.Broker.OpenAnswer = BrokerEventKind.None;
        _world.Run(node, Limits.ConnectTimeoutMs + Minute);
        Assert.Equal(2, _world.Broker.Opens);
    }

    [Fact]
    public void A_connection_that_takes_no_message_is_given_up()
    {
        Node node = _world.NewNode();
        _world.Broker.TakesMessages = false;
        _world.Run(node, 10_000);
        Assert.True(_world.Broker.Closes > 1);
        _world.Broker.TakesMessages = true;
        _world.Run(node, Minute);
        Assert.True(node.Counters.SamplesAcknowledged >= 1);
    }
}
