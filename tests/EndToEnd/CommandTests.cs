using System.Text;
using System.Text.Json;
using UlmEdge.Simulator.Network;
using UlmEdge.Simulator.Runners;

namespace UlmEdge.Tests.EndToEnd;

/// <summary>A backend, and somebody who means harm, talk to real nodes over real sockets.</summary>
[Collection(nameof(StreetRuns))]
public sealed class CommandTests
{
    private static readonly StreetPlan Plan = new() { Nodes = 1, Speed = 60, Seed = 5 };

    [Fact]
    public async Task A_backend_has_what_it_lost_sent_again()
    {
        await using Street street = await Street.OpenAsync(Plan, TestContext.Current.CancellationToken);
        street.SwitchOn();
        StreetNode node = street.Nodes[0];
        await Eventually.HoldsAsync(() => node.View is { SamplesAcknowledged: > 60 }, "the node has sent");
        await using BackendClient backend = await BackendClient.ConnectAsync(street.BrokerAddress);
        string topic = $"ulm/v1/{node.Board.Name}";
        await backend.SayAsync($"{topic}/cmd/resend", $$"""{"id":"r","epoch":{{node.View!.Epoch}},"first":0,"end":40}""");
        await Eventually.HoldsAsync(() => backend.On($"{topic}/cmd-ack/r").Any(), "the command is answered");
        Assert.Equal("""{"id":"r","rc":0,"msg":"begun"}""", backend.On($"{topic}/cmd-ack/r").First());
        await Eventually.HoldsAsync(
            () => Numbers(backend.On($"{topic}/data/json")).Any(first => first is > 30 and < 40), "the range comes");
        StreetTally tally = await EndAsync(street);
        Assert.Equal((0, tally.Samples), (tally.Lost, tally.Received));
    }

    [Fact]
    public async Task A_retained_message_larger_than_the_memory_does_not_keep_a_node_from_sending()
    {
        await using Street street = await Street.OpenAsync(Plan, TestContext.Current.CancellationToken);
        await using BackendClient backend = await BackendClient.ConnectAsync(street.BrokerAddress);
        StreetNode node = street.Nodes[0];
        await backend.SayAsync($"ulm/v1/{node.Board.Name}/stored", new byte[1_000_000], retain: true);
        street.SwitchOn();
        await Eventually.HoldsAsync(() => node.View is { SamplesAcknowledged: > 60 }, "the node sends nevertheless");
        StreetTally tally = await EndAsync(street);
        Assert.Equal((0, tally.Samples), (tally.Lost, tally.Received));
    }

    [Fact]
    public async Task A_storm_of_nonsense_is_counted_and_changes_nothing()
    {
        await using Street street = await Street.OpenAsync(Plan, TestContext.Current.CancellationToken);
        street.SwitchOn();
        StreetNode node = street.Nodes[0];
        await Eventually.HoldsAsync(() => node.View is { SamplesAcknowledged: > 0 }, "the node sends");
        await using BackendClient backend = await BackendClient.ConnectAsync(street.BrokerAddress);
        string topic = $"ulm/v1/{node.Board.Name}";
        string[] topics = ["cmd/resend", "cmd/report", "cmd/reboot", "stored", "config/desired", "cmd/ä", "cmd-ack/x"];
        Random chance = new(7);
        for (int i = 0; i < 300; i++)
        {
            byte[] nonsense = new byte[chance.Next(1_500)];
            chance.NextBytes(nonsense);
            await backend.SayAsync($"{topic}/{topics[i % topics.Length]}", nonsense, retain: i % 50 == 0);
        }

        // What comes while the node has its hands full is dropped and counted: a backend asks again.
        for (int i = 0; i < 30 && !backend.On($"{topic}/cmd-ack/after").Any(); i++)
        {
            await backend.SayAsync($"{topic}/cmd/report", """{"id":"after"}""");
            await Task.Delay(1_000, TestContext.Current.CancellationToken);
        }

        Assert.NotEmpty(backend.On($"{topic}/cmd-ack/after"));
        await Eventually.HoldsAsync(() => Ignored(backend.On($"{topic}/health").LastOrDefault()) > 0, "health tells of it");
        StreetTally tally = await EndAsync(street);
        Assert.Equal((0, tally.Samples), (tally.Lost, tally.Received));
    }

    [Fact]
    public async Task Nothing_that_leaves_a_node_tells_of_network_place_in_it_or_secrets()
    {
        await using EmbeddedBroker broker = new();
        await broker.StartAsync();
        await using BackendClient backend = await BackendClient.ConnectAsync(broker.Address);
        BrokerAddress secret = broker.Address with { User = "geheimer-nutzer", Password = "geheimes-wort" };
        await using Street street = await Street.OpenAsync(Plan with { Broker = secret }, TestContext.Current.CancellationToken);
        street.SwitchOn();
        StreetNode node = street.Nodes[0];
        await Eventually.HoldsAsync(() => backend.On($"ulm/v1/{node.Board.Name}/health").Any(), "health arrives");
        await Eventually.HoldsAsync(() => node.View is { SamplesAcknowledged: > 20 }, "data arrive");
        byte[] mac = node.Board.FactoryId;
        string[] banned =
        [
            "geheim", "127.0.0.1", "localhost", $"{broker.Address.Port}", Convert.ToHexString(mac),
            string.Join(':', mac.Select(part => $"{part:X2}")), string.Join('-', mac.Select(part => $"{part:X2}")),
            "ssid", "mac",
        ];
        foreach ((string topic, byte[] payload) in backend.Heard)
        {
            string all = topic + " " + Encoding.UTF8.GetString(payload);
            Assert.All(banned, word => Assert.DoesNotContain(word, all, StringComparison.OrdinalIgnoreCase));
        }

        await EndAsync(street);
    }

    private static IEnumerable<int> Numbers(IEnumerable<string> packs) =>
        packs.Select(pack => int.Parse(JsonDocument.Parse(pack).RootElement[0].GetProperty("vs").GetString()!.Split('.')[2]));

    private static int Ignored(string? health) => health is null ? 0 : JsonDocument.Parse(health).RootElement.EnumerateArray()
        .First(record => record.GetProperty("n").GetString() == "cmd.ignored").GetProperty("v").GetInt32();

    private static async Task<StreetTally> EndAsync(Street street)
    {
        await street.DrainAsync(TestContext.Current.CancellationToken);
        street.SwitchOff();
        return street.Tally();
    }
}
