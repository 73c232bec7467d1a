using UlmEdge.Simulator.Runners;
using UlmEdge.Tests.EndToEnd;

namespace UlmEdge.Tests.Interop;

/// <summary>What every broker has to bear: killed while the nodes drain what an outage left.</summary>
internal static class KilledWhileDraining
{
    // Per node, at one a second: enough that a drain takes a while.
    private const int BacklogSamples = 120;

    /// <summary>Runs it, and holds that nothing is lost and nothing is left over.</summary>
    public static async Task RunAsync(IBrokerUnderTest broker, StreetPlan plan)
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        plan = plan with { Broker = broker.Address, IntervalSeconds = 1, BatchSamples = 2, Root = $"test/{Guid.NewGuid():N}"[..24] };
        await using Street street = await Street.OpenAsync(plan, token);
        await using DurableSubscriber backend = await DurableSubscriber.ConnectAsync(broker.Address, plan.Root);
        backend.Received += street.Subscriber.Reception.Take;
        NodeBrokers.Deal(street, broker.NodeAddresses);
        street.SwitchOn();
        await Eventually.HoldsAsync(() => backend.Count > 10 * plan.Nodes, "samples arrive");

        await SetAwayAsync(broker, street, isAway: true);
        int away = street.Tally().Samples + (BacklogSamples * plan.Nodes);
        await Eventually.HoldsAsync(() => street.Tally().Samples > away, "nodes go on measuring");
        int before = street.Tally().Acknowledged;
        await SetAwayAsync(broker, street, isAway: false);
        await Eventually.HoldsAsync(() => street.Tally().Acknowledged > before + (10 * plan.Nodes), "the drain is under way");
        await broker.KillAsync();
        StreetTally killed = street.Tally();
        TestContext.Current.TestOutputHelper?.WriteLine($"killed with {killed.Pending} of {killed.Samples} samples still in the nodes");
        Assert.True(killed.Pending > BacklogSamples, $"only {killed.Pending} samples were left when the broker was killed");
        await broker.StartAsync();

        await street.DrainAsync(token);
        await Eventually.HoldsAsync(() => backend.Count >= street.Tally().Samples, "the backend has everything");
        AssertAllArrived(street, backend);
    }

    // Of a cluster only a part is killed, and the others serve: there the nodes are without a network meanwhile.
    private static async Task SetAwayAsync(IBrokerUnderTest broker, Street street, bool isAway)
    {
        if (broker.IsCluster)
        {
            street.Nodes.ToList().ForEach(node => node.Board.SetNetwork(!isAway));
        }
        else
        {
            await (isAway ? broker.KillAsync() : broker.StartAsync());
        }
    }

    private static void AssertAllArrived(Street street, DurableSubscriber backend)
    {
        street.SwitchOff();
        StreetSummary summary = new(street, street.Clock.RealElapsed);
        string[] sentences = [.. summary.Sentences(), $"{backend.Messages} messages came to the backend."];
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', sentences));
        Assert.True(summary.ExitCode == 0, string.Join('\n', sentences));
        Assert.Equal(street.Tally().Samples, backend.Count);
    }
}
