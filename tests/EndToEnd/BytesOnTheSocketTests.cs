using UlmEdge.Core.Configuration;
using UlmEdge.Simulator.Network;
using UlmEdge.Simulator.Runners;

namespace UlmEdge.Tests.EndToEnd;

/// <summary>What a time of three quantities costs in batches of ten, counted on the socket.</summary>
[Collection(nameof(StreetRuns))]
public sealed class BytesOnTheSocketTests(ITestOutputHelper output)
{
    /// <summary>Side by side: each waits for its batches to come.</summary>
    [Fact]
    public Task A_time_costs_no_more_than_its_budget() => Task.WhenAll(
        CostsAtMostAsync(Payloads.Compact, 10), CostsAtMostAsync(Payloads.Cbor, 75), CostsAtMostAsync(Payloads.Json, 132));

    private async Task CostsAtMostAsync(string payload, double bytesMax)
    {
        await using EmbeddedBroker broker = new();
        await broker.StartAsync();
        await using CountingRelay relay = new(broker.Address);
        StreetPlan plan = new()
        {
            Nodes = 8, Speed = 600, IntervalSeconds = 60, BatchSamples = 10, Seed = 11, Payload = payload, Broker = relay.Address,
        };
        await using Street street = await Street.OpenAsync(plan, TestContext.Current.CancellationToken);
        street.SwitchOn();
        await Eventually.HoldsAsync(() => relay.Times >= 400, "forty full batches pass");
        output.WriteLine($"{payload}: {relay.BytesPerTime:F2} bytes per time, {relay.Times} times");
        Assert.True(relay.BytesPerTime >= 1 && relay.BytesPerTime <= bytesMax, $"{payload}: {relay.BytesPerTime:F2} bytes a time");
    }
}
