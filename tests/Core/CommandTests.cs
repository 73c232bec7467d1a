using System.Text;
using System.Text.Json;
using CsCheck;
using UlmEdge.Core;
using UlmEdge.Core.Journal;
using UlmEdge.Ports;

namespace UlmEdge.Tests.Core;

/// <summary>What comes for a node: answered or counted, and never believed.</summary>
public class CommandTests
{
    private const int Minute = 60_000;
    private const string Base = "ulm/v1/donau-07/";

    private readonly FakeWorld _world = new();
    private readonly Node _node;

    public CommandTests()
    {
        _world.Configuration.SampleSeconds = 10;
        _node = _world.NewNode();
        _world.Run(_node, 30 * Minute);
        _world.Broker.Messages.Clear();
    }

    [Fact]
    public void A_node_listens_for_commands_and_for_what_is_stored() =>
        Assert.Equal([$"{Base}cmd/+", $"{Base}stored", $"{Base}config/desired"], _world.Broker.Subscriptions.Single());

    [Fact]
    public void A_report_is_meta_and_health_now()
    {
        _world.Broker.Send($"{Base}cmd/report", """{"id":"r-1"}""");
        _world.Run(_node, 5_000);
        Assert.Equal((0, "meta and health follow"), AnswerTo("r-1"));
        Assert.Contains(_world.Broker.Messages, message => message.Topic == $"{Base}meta");
        Assert.Contains(_world.Broker.Messages, message => message.Topic == $"{Base}health");
        Assert.Equal(1, _node.Counters.CommandsDone);
    }

    [Fact]
    public void A_range_is_sent_again_as_it_was_sent_before()
    {
        _world.Broker.Send($"{Base}cmd/resend", $$"""{"id":"a","epoch":{{_node.Epoch}},"first":20,"end":41}""");
        _world.Run(_node, 20_000);
        Assert.Equal((0, "begun"), AnswerTo("a"));
        string[] again = [.. _world.Broker.Data];
        LedgerTotals totals = _node.Journal.Account(0, _node.Journal.NextSample);
        Assert.Equal(0, totals.Waiting);
        int[] firsts = [.. again.Select(First)]; // Fresh ones come between.
        int[] asked = [.. firsts.Where(first => first < 41)];
        Assert.Equal(asked.Order().Distinct(), asked);
        Assert.True(asked[0] <= 20 && asked.Length >= 3);
        Assert.DoesNotContain(firsts, first => first is > 50 and < 150);
    }

    [Fact]
    public void What_was_under_way_of_a_range_when_the_connection_ended_is_sent_on_the_next_one()
    {
        _world.Broker.PublishAnswer = BrokerEventKind.None;
        _world.Broker.Send($"{Base}cmd/resend", $$"""{"id":"a","epoch":{{_node.Epoch}},"first":0,"end":100}""");
        _world.Run(_node, 5_000);
        int[] before = [.. _world.Broker.Data.Select(First)];
        Assert.NotEmpty(before);
        _world.Broker.Messages.Clear();
        _world.Broker.PublishAnswer = BrokerEventKind.Acknowledged;
        _world.Broker.Post(BrokerEventKind.Closed);
        _world.Run(_node, Minute);
        int[] after = [.. _world.Broker.Data.Select(First)];
        Assert.All(before, first => Assert.Contains(first, after));
        Assert.Contains(after, first => first is > 80 and < 100);
    }

    [Theory]
    [InlineData("cmd/resend", """{"id":"a","epoch":0,"first":0,"end":5}""", 4)]
    [InlineData("cmd/resend", """{"id":"a"}""", 1)]
    [InlineData("cmd/resend", """{"id":"a","epoch":1,"first":5,"end":5}""", 1)]
    [InlineData("cmd/resend", """{"id":"a","epoch":1,"first":-5,"end":5}""", 1)]
    [InlineData("cmd/format", """{"id":"a"}""", 2)]
    [InlineData("cmd/report", """{"id":"a","epoch":[1]}""", 1)]
    [InlineData("cmd/report", """{"id":"a"} """, 0)]
    [InlineData("cmd/report", """{"id":"a","because":{"x":[1,2,{}]}}""", 0)]
    [InlineData("cmd/report", """{"id":"a",}""", 1)]
    public void Every_command_with_an_id_is_answered(string topic, string text, int code)
    {
        _world.Broker.Send(Base + topic, text);
        _world.Run(_node, 5_000);
        Assert.Equal(code, AnswerTo("a").Code);
        Assert.Equal(code == 0 ? (1, 0) : (0, 1), (_node.Counters.CommandsDone, _node.Counters.CommandsRefused));
    }

    [Theory]
    [InlineData("cmd/report", "")]
    [InlineData("cmd/report", "{}")]
    [InlineData("cmd/report", """{"id":""}""")]
    [InlineData("cmd/report", """{"id":"a/b"}""")]
    [InlineData("cmd/report", """{"id":"#"}""")]
    [InlineData("cmd/report", """{"id":"abcdefghijklmnopqrstuvwxyzabcdefg"}""")]
    [InlineData("cmd/report", """[{"id":"a"}]""")]
    [InlineData("cmd/", """{"id":"a"}""")]
    [InlineData("cmd", """{"id":"a"}""")]
    [InlineData("cmd-ack/x", """{"id":"a"}""")]
    [InlineData("stored", """{"id":"a"}""")]
    [InlineData("stored", """{"epoch":1,"seq":2147483647}""")]
    public void What_cannot_be_answered_is_counted(string topic, string text)
    {
        _world.Broker.Send(Base + topic, text);
        _world.Run(_node, 5_000);
        Assert.Empty(Answers());
        Assert.Equal(1, _node.Counters.CommandsIgnored);
    }

    [Fact]
    public void A_command_that_was_kept_by_the_broker_or_is_too_large_is_counted()
    {
        _world.Broker.Send($"{Base}cmd/report", """{"id":"old"}""", isRetained: true);
        _world.Broker.Send($"{Base}cmd/report", (byte[]?)null);
        _world.Run(_node, 5_000);
        Assert.Empty(Answers());
        Assert.Equal(2, _node.Counters.CommandsIgnored);
    }

    [Fact]
    public void The_same_id_is_answered_again_and_not_done_again()
    {
        for (int i = 0; i < 3; i++)
        {
            _world.Broker.Send($"{Base}cmd/report", """{"id":"once"}""");
            _world.Run(_node, 5_000);
        }

        Assert.Equal(3, Answers().Count());
        Assert.Equal(1, _node.Counters.CommandsDone);
        Assert.Single(_world.Broker.Messages, message => message.Topic == $"{Base}health");
    }

    [Fact]
    public void An_answer_is_owed_until_the_broker_has_it()
    {
        _world.Broker.PublishAnswer = BrokerEventKind.None;
        _world.Broker.Send($"{Base}cmd/report", """{"id":"x"}""");
        _world.Run(_node, 2_000);
        _world.Broker.Post(BrokerEventKind.Closed);
        _world.Broker.PublishAnswer = BrokerEventKind.Acknowledged;
        _world.Run(_node, Minute);
        Assert.Equal(2, Answers().Count());
    }

    [Fact]
    public void What_the_backend_has_stored_never_goes_back_and_stands_in_health()
    {
        Stored(100);
        Stored(50);
        Stored(120);
        Stored(_node.NextSample + 5);
        _world.Broker.Send($"{Base}stored", $$"""{"epoch":{{_node.Epoch + 1}},"seq":10}""", isRetained: true);
        _world.Broker.Send($"{Base}cmd/report", """{"id":"h"}""");
        _world.Run(_node, 5_000);
        string health = _world.Broker.Messages.Last(message => message.Topic == $"{Base}health").Text;
        Assert.Contains("""{"n":"stored","u":"count","v":121}""", health);
        Assert.Equal(2, _node.Counters.CommandsIgnored);
    }

    [Fact]
    public void A_message_that_ends_each_connection_makes_the_node_deaf_for_an_hour_and_not_dumb()
    {
        for (int i = 0; i < 3; i++)
        {
            int connections = _node.Counters.Connections;
            _world.Broker.Post(BrokerEventKind.Closed);
            do
            {
                _world.Run(_node, 1_000);
            }
            while (_node.Counters.Connections == connections);
        }

        _world.Broker.Post(BrokerEventKind.Closed);
        int subscriptions = _world.Broker.Subscriptions.Count;
        _world.Run(_node, 59 * Minute);
        Assert.Equal(subscriptions, _world.Broker.Subscriptions.Count);
        Assert.Equal(_node.Journal.NextSample, _node.Counters.SamplesAcknowledged);
        _world.Run(_node, 2 * Minute);
        Assert.Equal(subscriptions + 1, _world.Broker.Subscriptions.Count);
    }

    [Fact]
    public void A_storm_is_taken_bit_by_bit_and_the_node_measures_meanwhile()
    {
        for (int i = 0; i < 1_000; i++)
        {
            _world.Broker.Send($"{Base}stored", "nonsense");
        }

        _node.Tick(_world.UptimeMs);
        Assert.InRange(_node.Counters.CommandsIgnored, 1, Limits.BrokerEventsPerTick);
        int samples = _node.Counters.SamplesTaken;
        _world.Run(_node, Minute);
        Assert.Equal(1_000, _node.Counters.CommandsIgnored);
        Assert.True(_node.Counters.SamplesTaken > samples);
    }

    [Fact]
    public void A_million_mutated_commands_change_nothing()
    {
        int samples = _node.NextSample;

        // One that is sound comes first: later ones may all meet a desk that has had enough, since time stands still here.
        _world.Broker.Send(Topics[1], Encoding.UTF8.GetBytes(Commands[1]), false);
        _node.Tick(_world.UptimeMs);
        Gen.Select(Gen.Int[0, Topics.Length - 1], Gen.Int[0, Commands.Length - 1], Gen.Int[0, 6], Gen.Int).Sample(
            (topic, command, changes, seed) =>
            {
                Random chance = new(seed);
                byte[] payload = Encoding.UTF8.GetBytes(Commands[command]);
                for (int i = 0; i < changes && payload.Length > 0; i++)
                {
                    payload = Mutate(payload, chance);
                }

                _world.Broker.Send(Topics[topic], payload, chance.Next(8) == 0);
                _node.Tick(_world.UptimeMs);
                _world.Broker.Messages.Clear();
            }, iter: 1_000_000, threads: 1);
        NodeCounters counters = _node.Counters;
        Assert.Equal(samples, _node.NextSample);
        Assert.Equal((1, 1), (counters.Connections, _node.Boot));
        Assert.True(counters.CommandsDone > 0 && counters.CommandsRefused > 0 && counters.CommandsIgnored > 0);
    }

    private static readonly string[] Topics =
    [
        $"{Base}cmd/resend", $"{Base}cmd/report", $"{Base}cmd/reboot", $"{Base}stored", $"{Base}cmd/", $"{Base}config/desired",
        "other", "",
    ];

    private static readonly string[] Commands =
    [
        """{"id":"a","epoch":1,"first":0,"end":5}""", """{"id":"bcd"}""", """{"epoch":1,"seq":3}""", "[]", "null", "", """{"id":"ä"}""",
        """{"id":"x","deep":[[[[[[[[[[[[1]]]]]]]]]]]]}""", """{"id":"y","first":99999999999999999999999999,"end":1e9}""",
    ];

    private static byte[] Mutate(byte[] payload, Random chance)
    {
        int at = chance.Next(payload.Length);
        switch (chance.Next(4))
        {
            case 0:
                payload[at] ^= (byte)(1 << chance.Next(8));
                return payload;
            case 1:
                return payload[..at];
            case 2:
                return [.. payload[..at], (byte)chance.Next(256), .. payload[at..]];
            default:
                return [.. payload[..at], .. payload[at..], .. payload[at..]];
        }
    }

    private static int First(string pack)
    {
        using JsonDocument document = JsonDocument.Parse(pack);
        return int.Parse(document.RootElement[0].GetProperty("vs").GetString()!.Split('.')[2]);
    }

    private void Stored(int sequence)
    {
        _world.Broker.Send($"{Base}stored", $$"""{"epoch":{{_node.Epoch}},"seq":{{sequence}}}""", isRetained: true);
        _world.Run(_node, 1_000);
    }

    private IEnumerable<(string Topic, string Text, bool Retain)> Answers() =>
        _world.Broker.Messages.Where(message => message.Topic.StartsWith($"{Base}cmd-ack/", StringComparison.Ordinal));

    private (int Code, string Words) AnswerTo(string id)
    {
        string topic = $"{Base}cmd-ack/{id}";
        (string _, string text, bool retain) = _world.Broker.Messages.Single(message => message.Topic == topic);
        using JsonDocument answer = JsonDocument.Parse(text);
        Assert.False(retain);
        Assert.Equal(id, answer.RootElement.GetProperty("id").GetString());
        return (answer.RootElement.GetProperty("rc").GetInt32(), answer.RootElement.GetProperty("msg").GetString()!);
    }
}
