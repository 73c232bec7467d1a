using UlmEdge.Ports;
using UlmEdge.Simulator.Board;
using UlmEdge.Simulator.Network;
using UlmEdge.Simulator.Runners;

namespace UlmEdge.Tests.EndToEnd;

/// <summary>Sensors lose their plug and boards their power while the street runs.</summary>
[Collection(nameof(StreetRuns))]
public sealed class PowerAndPlugTests
{
    private static readonly StreetPlan Plan = new() { Nodes = 2, Speed = 60, Seed = 3 };

    [Fact]
    public async Task An_unplugged_sensor_gives_reasons_and_no_numbers_until_it_is_back()
    {
        await using Street street = await Street.OpenAsync(Plan, TestContext.Current.CancellationToken);
        ReceivedSamples received = new(street);
        street.SwitchOn();
        StreetNode node = street.Nodes[0];
        await Eventually.HoldsAsync(() => Reason(node) == Absence.None, "there are values");
        node.Board.Sensor.Unplug();
        await Eventually.HoldsAsync(() => Reason(node) != Absence.None, "the node notices");
        int noticed = node.View!.SamplesTaken;
        await Eventually.HoldsAsync(() => node.View!.SamplesTaken > noticed + 10, "ten samples without a sensor");
        Absence reason = Reason(node);
        int last = node.View!.SamplesTaken;
        node.Board.Sensor.Plug();
        await Eventually.HoldsAsync(() => Reason(node) == Absence.None, "there are values again");
        await street.DrainAsync(TestContext.Current.CancellationToken);

        Assert.Equal(Absence.NotPresent, reason);
        ReceivedSample[] gap = [.. received.Of(node).Where(sample => sample.Number >= noticed && sample.Number < last)];
        Assert.Equal(last - noticed, gap.Length);
        Assert.All(gap, sample => Assert.Equal(
            [new("temp.q", null, 1), new("rh.q", null, 1), new("press.q", null, 1)],
            sample.Values));
        Assert.Empty(node.Board.Sensor.Violations);
    }

    [Fact]
    public async Task Of_eight_sensors_one_can_be_unplugged_and_no_chip_complains_of_the_firmware()
    {
        StreetPlan plan = Plan with { Nodes = 1, Sensors = Stations.All["ulm-standard"], IntervalSeconds = 60 };
        await using Street street = await Street.OpenAsync(plan, TestContext.Current.CancellationToken);
        ReceivedSamples received = new(street);
        street.SwitchOn();
        StreetNode node = street.Nodes[0];
        await Eventually.HoldsAsync(
            () => node.View?.Latest is { Count: 16 } all && all.All(each => each.Reading.Absence == Absence.None), "all have values");
        node.Board.Sensor.Unplug(2);
        await Eventually.HoldsAsync(
            () => node.View!.Latest.Count(each => each.Reading.Absence == Absence.NotPresent) == 3, "the gas sensor is missing");
        node.Board.Sensor.Plug(2);
        await Eventually.HoldsAsync(() => node.View!.Latest.All(each => each.Reading.Absence == Absence.None), "it is back");
        await street.DrainAsync(TestContext.Current.CancellationToken);
        Assert.NotEmpty(received.Of(node));
        Assert.Empty(node.Board.Sensor.Violations);
    }

    [Fact]
    public async Task Power_cuts_cost_what_was_not_yet_written_and_the_numbers_go_on()
    {
        await using Street street = await Street.OpenAsync(Plan, TestContext.Current.CancellationToken);
        ReceivedSamples received = new(street);
        street.SwitchOn();
        StreetNode node = street.Nodes[1];
        for (int i = 0; i < 3; i++)
        {
            int enough = received.Of(node).Count() + 10;
            await Eventually.HoldsAsync(() => received.Of(node).Count() >= enough, "samples arrive");
            node.PowerCycle();
        }

        await Eventually.HoldsAsync(() => node.View is { SamplesAcknowledged: > 0 }, "the fourth boot sends");
        await street.DrainAsync(TestContext.Current.CancellationToken);
        street.SwitchOff();

        StreetTally tally = node.Tally();
        Assert.Equal((0, 0, 0), (tally.Invented, tally.Lost, tally.Pending));
        ReceivedSample[] samples = [.. received.Of(node)];
        Assert.Single(samples.Select(sample => sample.Epoch).Distinct());
        int[] numbers = [.. samples.Select(sample => sample.Number).Distinct().Order()];
        Assert.Equal(Enumerable.Range(0, tally.Samples), numbers);
    }

    [Fact]
    public async Task A_lost_network_is_found_again()
    {
        await using Street street = await Street.OpenAsync(Plan, TestContext.Current.CancellationToken);
        street.SwitchOn();
        StreetNode node = street.Nodes[0];
        await Eventually.HoldsAsync(() => node.View is { SamplesAcknowledged: > 0 }, "the node sends");
        node.Board.SetNetwork(false);
        int without = node.View!.SamplesTaken;
        await Eventually.HoldsAsync(() => node.View.SamplesTaken > without + 60, "it measures without a network");
        node.Board.SetNetwork(true);
        await Eventually.HoldsAsync(() => node.View.SamplesAcknowledged > without + 50, "it sends what waited");
        await street.DrainAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, street.Tally().Lost);
        Assert.Equal(0, street.Tally().Pending);
    }

    private static Absence Reason(StreetNode node) => node.View is { Latest: [(_, Reading first), ..] }
        ? first.Absence
        : Absence.WarmingUp;
}
