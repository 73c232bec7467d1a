using UlmEdge.Decoder;
using UlmEdge.Simulator.Network;
using UlmEdge.Simulator.Runners;

namespace UlmEdge.Tests.EndToEnd;

/// <summary>Nodes with two brokers, one of which dies and comes back.</summary>
[Collection(nameof(StreetRuns))]
public sealed class BrokerFailoverTests
{
    [Fact]
    public async Task Nodes_go_to_the_second_broker_and_return_to_the_first_and_nothing_is_lost()
    {
        await using EmbeddedBroker first = new();
        await using EmbeddedBroker second = new();
        await first.StartAsync();
        await second.StartAsync();
        await using BackendClient backend = await BackendClient.ConnectAsync(second.Address);
        StreetPlan plan = new()
        {
            Nodes = 3, Speed = 600, IntervalSeconds = 20, Seed = 8, Broker = first.Address, SecondBroker = second.Address,
        };
        await using Street street = await Street.OpenAsync(plan, TestContext.Current.CancellationToken);
        street.SwitchOn();
        await Eventually.HoldsAsync(() => street.Tally().Received > 20, "samples arrive at the first broker");
        Assert.DoesNotContain(backend.Heard, IsData);

        await first.StopAsync();
        await Eventually.HoldsAsync(() => backend.Heard.Count(IsData) > 30, "batches arrive at the second one");
        await first.StartAsync();
        int before = street.Subscriber.Reception.ReceivedCount;
        await Eventually.HoldsAsync(() => street.Subscriber.Reception.ReceivedCount > before + 20, "they return to the first one");

        Array.ForEach([.. street.Nodes], node => node.Stop());
        await Eventually.HoldsAsync(() => street.Nodes.All(node => node.View is { WaitingSamples: 0 }), "all is acknowledged");
        MessageDecoder decoder = new();
        await Eventually.HoldsAsync(
            () =>
            {
                while (backend.Heard.TryDequeue(out (string Topic, byte[] Payload) message))
                {
                    if (IsData(message))
                    {
                        street.Subscriber.Reception.Take(ReceivedSample.Of((DataMessage)decoder.Decode(message.Topic, message.Payload)));
                    }
                }

                StreetTally tally = street.Tally();
                return tally.Received == tally.Samples;
            },
            "everything is at one of the two");
        Assert.Equal((0, 0), (street.Tally().Lost, street.Tally().Invented));
    }

    private static bool IsData((string Topic, byte[] Payload) message) => message.Topic.Contains("/data/", StringComparison.Ordinal);
}
