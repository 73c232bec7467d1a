using UlmEdge.Simulator.Network;
using UlmEdge.Simulator.Runners;

namespace UlmEdge.Tests.EndToEnd;

/// <summary>The broker goes away for minutes of board time and comes back.</summary>
[Collection(nameof(StreetRuns))]
public sealed class BrokerOutageTests
{
    private const int Speed = 60;

    [Fact]
    public async Task An_outage_loses_nothing_and_invents_nothing()
    {
        await using Street street = await Street.StartAsync(
            new StreetPlan { Nodes = 6, Speed = Speed, Seed = 1 }, TestContext.Current.CancellationToken);
        ReceivedSamples received = new(street);
        await Eventually.HoldsAsync(() => street.Tally().Received > 60, "samples arrive");

        await street.Broker!.StopAsync();
        int atStop = street.Tally().Samples;
        await Eventually.HoldsAsync(() => street.Tally().Samples > atStop + (6 * 45), "nodes go on measuring, for over a minute");
        await street.Broker.StartAsync();
        await Eventually.HoldsAsync(() => street.Tally().Acknowledged > atStop + (6 * 45), "what waited is acknowledged");

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
            await using Street street = await Street.StartAsync(
                new StreetPlan { Nodes = 3, Speed = Speed, Seed = 2, Broker = late.Address }, TestContext.Current.CancellationToken);
            ReceivedSamples received = new(street);
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
        Assert.Equal(tally.Samples, received.All.DistinctBy(sample => (sample.Node, sample.Epoch, sample.Number)).Count());
    }
}
