using UlmEdge.Simulator.Network;
using UlmEdge.Simulator.Runners;

namespace UlmEdge.Tests.EndToEnd;

/// <summary>The broker goes away for minutes of board time and comes back.</summary>
[Collection(nameof(StreetRuns))]
public sealed class BrokerOutageTests
{
    private const int Speed = 60;

    // Over a minute of each node's samples, at one a second.
    private const int MinuteOfSamples = 6 * 65;

    [Fact]
    public async Task Outages_lose_nothing_and_invent_nothing()
    {
        // Many small batches, so that some are under way when the broker goes.
        StreetPlan plan = new() { Nodes = 6, Speed = Speed, Seed = 1, IntervalSeconds = 1, BatchSamples = 2 };
        await using Street street = await Street.OpenAsync(plan, TestContext.Current.CancellationToken);
        ReceivedSamples received = new(street);
        street.SwitchOn();
        await Eventually.HoldsAsync(() => street.Tally().Received > 60, "samples arrive");

        for (int i = 0; i < 3; i++)
        {
            await street.Broker!.StopAsync();
            int overAMinute = street.Tally().Samples + MinuteOfSamples;
            await Eventually.HoldsAsync(() => street.Tally().Samples > overAMinute, "nodes go on measuring");
            await street.Broker.StartAsync();
            await Eventually.HoldsAsync(() => street.Tally().Acknowledged > overAMinute, "what waited is acknowledged");
        }

        await AssertAllArrivedAsync(street, received);
    }

    [Fact]
    public async Task A_broker_that_comes_late_gets_everything()
    {
        EmbeddedBroker late = new();
        await late.StartAsync();
        await late.StopAsync();
        await using (late)
        {
            StreetPlan plan = new() { Nodes = 3, Speed = Speed, Seed = 2, Broker = late.Address };
            await using Street street = await Street.OpenAsync(plan, TestContext.Current.CancellationToken);
            ReceivedSamples received = new(street);
            street.SwitchOn();
            await Eventually.HoldsAsync(() => street.Tally().Samples > 90, "nodes measure without a broker");
            Assert.Equal(0, street.Tally().Acknowledged);

            await late.StartAsync();
            await AssertAllArrivedAsync(street, received);
        }
    }

    private static async Task AssertAllArrivedAsync(Street street, ReceivedSamples received)
    {
        await street.DrainAsync(TestContext.Current.CancellationToken);
        street.SwitchOff();
        StreetSummary summary = new(street, street.Clock.RealElapsed);
        StreetTally tally = street.Tally();
        Assert.True(summary.ExitCode == 0, string.Join('\n', summary.Sentences()));
        Assert.Equal(0, tally.Invented);
        Assert.Equal(tally.Samples, tally.Received);
        Assert.Equal(
            tally.Samples,
            received.All.DistinctBy(sample => (sample.Node, sample.Epoch, sample.Number)).Count());
    }
}
