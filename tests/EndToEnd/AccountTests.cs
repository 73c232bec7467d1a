using UlmEdge.Simulator.Faults;
using UlmEdge.Simulator.Runners;

namespace UlmEdge.Tests.EndToEnd;

/// <summary>The account of a street whose boards lose their power in the middle of flash writes, or their flash.</summary>
[Collection(nameof(StreetRuns))]
public sealed class AccountTests
{
    private static readonly StreetPlan Plan = new() { Nodes = 1, Speed = 60, Seed = 3, Chaos = true };

    [Theory]
    [InlineData(TornWrite.Nothing)]
    [InlineData(TornWrite.Emptied)]
    [InlineData(TornWrite.Prefix)]
    [InlineData(TornWrite.Garbage)]
    [InlineData(TornWrite.DoneUntold)]
    public async Task Holds_whatever_a_cut_leaves_of_a_write(TornWrite torn)
    {
        await using Street street = await Street.OpenAsync(Plan, TestContext.Current.CancellationToken);
        street.SwitchOn();
        StreetNode node = street.Nodes[0];
        for (int i = 0; i < 4; i++)
        {
            await Eventually.HoldsAsync(() => node.View is { SamplesAcknowledged: > 0 }, "the node sends");
            node.Board.Flash.CutAfter(i, torn, i);
            await Eventually.HoldsAsync(() => !node.Board.HasPower, "a write is cut");
            node.PowerCycle();
        }

        StreetTally tally = await EndAsync(street);
        Assert.Equal(tally.Samples, tally.Received);
        Assert.True(tally.Unwritten > 0 || torn == TornWrite.DoneUntold);
    }

    [Theory]
    [InlineData(TornWrite.Nothing)]
    [InlineData(TornWrite.Prefix)]
    public async Task Holds_over_a_flash_that_is_given_up_and_comes_back(TornWrite leaves)
    {
        // The firmware tries for a quarter of an hour.
        await using Street street = await Street.OpenAsync(Plan with { Speed = 600 }, TestContext.Current.CancellationToken);
        street.SwitchOn();
        StreetNode node = street.Nodes[0];
        await Eventually.HoldsAsync(() => node.View is { SamplesAcknowledged: > 0 }, "the node sends");
        node.Board.Flash.Refuse(leaves);
        await Eventually.HoldsAsync(() => node.View!.IsInMemory, "the flash is given up");
        int taken = node.View!.SamplesTaken;
        await Eventually.HoldsAsync(() => node.View.SamplesTaken > taken + 50, "it goes on");
        node.Board.Flash.Accept();
        StreetTally tally = await EndAsync(street);
        Assert.Equal(tally.Samples, tally.Received);
        Assert.Equal(0, tally.Unwritten);
    }

    private static async Task<StreetTally> EndAsync(Street street)
    {
        await street.DrainAsync(TestContext.Current.CancellationToken);
        street.SwitchOff();
        StreetSummary summary = new(street, street.Clock.RealElapsed);
        StreetTally tally = street.Tally();
        Assert.True(
            summary.ExitCode == 0 && tally.Samples == tally.Received,
            string.Join('\n', summary.Sentences()));
        return tally;
    }
}
