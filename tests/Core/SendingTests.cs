using System.Text.Json;
using CsCheck;
using UlmEdge.Core;
using UlmEdge.Core.Publishing;
using UlmEdge.Ports;

namespace UlmEdge.Tests.Core;

/// <summary>A window of messages under way, a backlog that drains, fresh data beside it: seen through a node.</summary>
public class SendingTests
{
    private const int Minute = 60_000;
    private const int Hour = 60 * Minute;

    private readonly FakeWorld _world = new();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void As_many_messages_are_under_way_as_the_window_allows(int window)
    {
        Node node = Backlogged(window, 30 * Minute);
        _world.Broker.PublishAnswer = BrokerEventKind.None;
        _world.Run(node, Minute);
        Assert.Equal(window, _world.Broker.Data.Count());
        Assert.Equal(PublisherState.AwaitingAcknowledgement, node.PublisherState);
        AnswerAll();
        _world.Run(node, 1_000);
        Assert.Equal(Math.Min(6, 2 * window), _world.Broker.Data.Count());
    }

    [Fact]
    public void Acknowledgements_come_in_any_order_late_doubled_or_for_nothing() =>
        Gen.Select(Gen.Int[1, 4], Gen.Int[0, 9].Array[50, 200]).Sample((window, choices) =>
        {
            FakeWorld world = new();
            world.Configuration.Window = window;
            world.Configuration.SampleSeconds = 5;
            world.Configuration.BatchSeconds = 20;
            Node node = world.NewNode();
            world.Broker.PublishAnswer = BrokerEventKind.None;
            Queue<int> open = [];
            int answered = 1;
            foreach (int choice in choices)
            {
                world.Run(node, 4_000);
                for (; answered <= world.Broker.LastId; answered++)
                {
                    open.Enqueue(answered);
                }

                switch (choice)
                {
                    case 0: world.Broker.Post(BrokerEventKind.Acknowledged, 30_000); break;
                    case 1: world.Broker.Post(BrokerEventKind.Acknowledged); break;
                    case 2: world.Broker.Post(BrokerEventKind.NotAcknowledged, 30_000); break;
                    case 3 when choices[0] == 3: world.Broker.Post(BrokerEventKind.Closed); break;
                    case > 3 when open.Count > 0:
                        world.Broker.Post(BrokerEventKind.Acknowledged, Pick(open, choice));
                        break;
                }
            }

            world.Broker.PublishAnswer = BrokerEventKind.Acknowledged;
            node.Stop();
            world.Run(node, Hour);
            Assert.True(node.IsDrained);
            Assert.Equal(node.Counters.SamplesTaken, node.Counters.SamplesAcknowledged);
            Assert.Equal(node.Journal.NextSample, node.Journal.Account(0, node.Journal.NextSample).Sent);
            AssertAllSent(world, node);
        }, iter: 40);

    [Fact]
    public void A_backlog_is_drained_oldest_first_at_a_limited_rate_and_fresh_data_overtake_it()
    {
        Node node = Backlogged(2, 24 * Hour);
        int backlog = node.WaitingSamples;
        _world.Run(node, 20_000);
        int[] firsts = [.. Firsts(_world)];
        Assert.Equal(firsts.Order(), firsts);
        Assert.InRange(firsts.Length, 50, 20_000 / Limits.DrainGapMs);
        _world.Configuration.BatchSeconds = 60;
        int before = firsts.Length;
        while (node.WaitingSamples > 20)
        {
            _world.Run(node, 1_000);
            Assert.True(_world.UptimeMs < 26L * Hour);
        }

        int[] all = [.. Firsts(_world)];
        int[] old = [.. all.Where(first => first < backlog - 10)];
        Assert.Equal(old.Order(), old);
        int fresh = Array.FindIndex(all, first => first >= backlog);
        Assert.True(fresh >= 0 || all.Length > before);
        AssertAllSent(_world, node);
    }

    [Fact]
    public void Fresh_data_get_through_while_a_long_backlog_drains()
    {
        _world.Configuration.SampleSeconds = 1;
        _world.Configuration.BatchSamples = 1;
        Node node = Backlogged(4, 20 * Minute);
        int backlog = node.Journal.NextSample;
        _world.Run(node, 30_000);
        int[] firsts = [.. Firsts(_world)];
        Assert.True(node.WaitingSamples > 500, "the backlog is still long");
        Assert.Contains(firsts, first => first > backlog + 20);
        Assert.Contains(firsts, first => first < 50);
        Assert.Equal(2, firsts.Zip(firsts.Skip(1)).Count(pair => pair.Second < pair.First) is > 10 ? 2 : 0);
    }

    [Fact]
    public void Batches_that_moved_together_across_the_border_of_fresh_data_are_sent_once_each_time()
    {
        _world.Configuration.JournalSegments = 6;
        _world.Configuration.SampleSeconds = 5;
        _world.Configuration.BatchSamples = 2;
        Node node = Backlogged(4, 70 * Minute);
        _world.Broker.PublishAnswer = BrokerEventKind.None;
        for (int i = 0; i < 200; i++)
        {
            _world.Run(node, 5_000); // Would never end if the same batch were chosen again and again.
            if (i % 20 == 19)
            {
                _world.Broker.Post(BrokerEventKind.Closed);
            }
        }

        _world.Broker.PublishAnswer = BrokerEventKind.Acknowledged;
        _world.Broker.Post(BrokerEventKind.Closed);
        node.Stop();
        _world.Run(node, 3 * Hour);
        Assert.True(node.IsDrained);
    }

    [Fact]
    public void What_could_not_be_noted_as_acknowledged_is_sent_again()
    {
        _world.Configuration.SampleSeconds = 5;
        _world.Configuration.BatchSamples = 1;
        Node node = Backlogged(4, 10 * Minute);
        _world.Broker.PublishAnswer = BrokerEventKind.None;
        _world.Run(node, 3_000);
        AnswerAll();
        _world.Broker.PublishAnswer = BrokerEventKind.Acknowledged;
        node.Stop();
        _world.Run(node, Hour);
        Assert.True(node.IsDrained);
        AssertAllSent(_world, node);
    }

    [Fact]
    public void A_boot_that_never_learned_the_time_sends_relative_times_after_an_hour()
    {
        _world.ClockIsSet = false;
        Node node = _world.NewNode();
        _world.Run(node, Hour - Minute);
        Assert.DoesNotContain(_world.Broker.Messages, message => message.Topic.Contains("/data", StringComparison.Ordinal));
        _world.Run(node, 10 * Minute);
        Assert.Empty(_world.Broker.Data);
        (string topic, string text, _) = _world.Broker.Messages.First(message => message.Topic.Contains("/data", StringComparison.Ordinal));
        Assert.Equal("ulm/v1/donau-07/data-rel/json", topic);
        Assert.DoesNotContain("\"bt\"", text);
        Assert.Contains("\"n\":\"uptime\"", text);
        Assert.Equal(0, node.Journal.UnsettledCount);
    }

    [Fact]
    public void An_earlier_boot_s_samples_get_its_clock_or_stay_relative()
    {
        _world.ClockIsSet = false;
        _world.IsUp = false;
        _world.Run(_world.NewNode(), 20 * Minute); // Boot 1 never learns the time.
        Node second = _world.Reboot();
        _world.Run(second, 3 * Hour);
        _world.ClockIsSet = true;
        _world.Run(second, Minute); // Boot 2 does, and is cut.
        int end = second.Journal.NextSample;
        Node third = _world.Reboot();
        _world.IsUp = true;
        _world.Run(third, 10 * Minute);
        string[] relative = [..
            from message in _world.Broker.Messages where message.Topic.EndsWith("data-rel/json") select message.Text];
        Assert.InRange(relative.Length, 3, 6);
        Assert.All(relative, text => Assert.Contains("\"vs\":\"2097151.1.", text));
        Assert.Contains(_world.Broker.Data, text => text.Contains("\"vs\":\"2097151.2."));
        Assert.True(third.Journal.SettledUpTo >= end);
    }

    [Fact]
    public void Messages_under_way_never_exceed_what_the_client_can_hold()
    {
        FakeSensor wide = new()
        {
            Quantities = [Quantity.Temperature, Quantity.RelativeHumidity, Quantity.Pressure],
        };
        _world.Configuration.BatchSamples = 20;
        _world.Configuration.BatchSeconds = 3_600;
        _world.Configuration.Window = 4;
        _world.IsUp = false;
        Node node = new(_world.Configuration, _world.Ports, [wide]);
        _world.Run(node, 3 * Hour);
        _world.IsUp = true;
        _world.Broker.PublishAnswer = BrokerEventKind.None;
        _world.Run(node, Minute);
        Assert.InRange(_world.Broker.Data.Sum(text => text.Length), 2_000, Limits.UnderWayBytesMax);
        Assert.InRange(_world.Broker.Data.Count(), 1, 3);
    }

    private static int Pick(Queue<int> open, int choice)
    {
        int id = open.Dequeue();
        if (choice % 2 == 0 && open.Count > 0)
        {
            open.Enqueue(id); // Another one first; this one comes later.
            id = open.Dequeue();
        }

        if (choice == 9)
        {
            open.Enqueue(id); // It will come twice.
        }

        return id;
    }

    private static IEnumerable<int> Firsts(FakeWorld world) =>
        world.Broker.Data.Select(text => int.Parse(Numbers(text)[2]));

    private static string[] Numbers(string text) =>
        JsonDocument.Parse(text).RootElement[0].GetProperty("vs").GetString()!.Split('.');

    // All numbers were in some message, up to the last that was stored.
    private static void AssertAllSent(FakeWorld world, Node node)
    {
        HashSet<int> sent = [.. world.Broker.Data.Select(Numbers).SelectMany(
            numbers => Enumerable.Range(int.Parse(numbers[2]), int.Parse(numbers[3])))];
        Assert.Empty(Enumerable.Range(0, node.Journal.SettledUpTo).Except(sent));
    }

    private Node Backlogged(int window, int outageMs)
    {
        _world.Configuration.Window = window;
        _world.IsUp = false;
        Node node = _world.NewNode();
        _world.Run(node, outageMs);
        _world.IsUp = true;
        return node;
    }

    private void AnswerAll()
    {
        for (int id = _world.Broker.LastId; id > 0; id--)
        {
            _world.Broker.Post(BrokerEventKind.Acknowledged, id);
        }
    }
}
