using UlmEdge.Simulator.Runners;
using UlmEdge.Tests.EndToEnd;

namespace UlmEdge.Tests.Interop;

/// <summary>What every broker has to bear: killed twice, the second time while the nodes drain what the first time left.</summary>
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

        await broker.KillAsync();
        int away = street.Tally().Samples + (BacklogSamples * plan.Nodes);
        await Eventually.HoldsAsync(() => street.Tally().Samples > away, "nodes go on measuring");
        int before = street.Tally().Acknowledged;
        await broker.StartAsync();
        await Eventually.HoldsAsync(() => street.Tally().Acknowledged > before + (10 * plan.Nodes), "the drain is under way");
        await broker.KillAsync();
        StreetTally killed = street.Tally();
        TestContext.Current.TestOutputHelper?.WriteLine($"killed with {killed.Pending} of {killed.Samples} samples still in the nodes");
        Assert.True(killed.Pending > BacklogSamples, $"only {killed.Pending} samples were left when the broker was killed");
        await broker.StartAsync();

        await street.DrainAsync(token);
        TestContext.Current.TestOutputHelper?.WriteLine($"{street.Tally()} backend {backend.Count} connected {backend.IsConnected} messages {backend.Messages}");
        await Eventually.HoldsAsync(() => backend.Count >= street.Tally().Samples, "the backend has everything");
        street.SwitchOff();
        StreetSummary summary = new(street, street.Clock.RealElapsed);
        TestContext.Current.TestOutputHelper?.WriteLine(
            string.Join('\n', summary.Sentences().Append($"messages at the backend: {backend.Messages}")));
        Assert.True(summary.ExitCode == 0, string.Join('\n', summary.Sentences()));
        Assert.Equal(street.Tally().Samples, backend.Count);
    }
}
