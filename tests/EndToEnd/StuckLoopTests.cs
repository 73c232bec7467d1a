using UlmEdge.Core.Boots;
using UlmEdge.Ports;
using UlmEdge.Simulator.Nano;
using UlmEdge.Simulator.Runners;

namespace UlmEdge.Tests.EndToEnd;

/// <summary>A call that never returns costs a board minutes, and the board says what it was.</summary>
[Collection(nameof(StreetRuns))]
public sealed class StuckLoopTests
{
    private static readonly StreetPlan Plan = new() { Nodes = 1, Speed = 60, Seed = 5 };

    [Fact]
    public async Task A_sensor_bus_that_blocks_for_ever_ends_in_a_restart_that_is_explained()
    {
        await using Street street = await Street.OpenAsync(Plan, TestContext.Current.CancellationToken);
        ReceivedSamples received = new(street);
        StreetNode node = street.Nodes[0];
        int boots = 0;
        List<int> causes = [];
        List<NodeEvent> events = [];
        node.Board.Booted += (_, booted) =>
        {
            boots++;
            causes.Add(booted.Boots.Cause);
            events.AddRange(Enumerable.Range(0, booted.BlackBox.Count)
                .Select(i => (NodeEvent)booted.BlackBox.NumberAt(i, BlackBoxEvent.Code)));
        };
        street.SwitchOn();
        await Eventually.HoldsAsync(() => node.View is { SamplesAcknowledged: > 0 }, "the node sends");
        node.Board.Sensor.Suffer((_, _) => HostBoard.Current.PowerOff.WaitHandle.WaitOne());
        await Eventually.HoldsAsync(() => boots == 2, "the board restarts");
        int before = received.Of(node).Count();
        await Eventually.HoldsAsync(() => received.Of(node).Count() > before + 5, "the second boot sends");
        await street.DrainAsync(TestContext.Current.CancellationToken);
        Assert.Equal([RestartReason.None, RestartReason.Stuck], causes);
        Assert.Contains(NodeEvent.LoopStuck, events);
        Assert.Equal((0, 0), (street.Tally().Lost, street.Tally().Invented));
        Assert.Null(node.Board.Flash.Read(@"I:\blackbox.bin")); // The broker has it.
    }
}
