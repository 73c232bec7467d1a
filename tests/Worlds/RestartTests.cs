using UlmEdge.Core.Boots;
using UlmEdge.Simulator.Checkers;
using UlmEdge.Simulator.Faults;
using UlmEdge.Simulator.Weather;
using UlmEdge.Simulator.Worlds;

namespace UlmEdge.Tests.Worlds;

/// <summary>A node that restarts itself loses nothing: neither what it took nor what it had not sent.</summary>
public sealed class RestartTests
{
    private const long HourMs = 3_600_000;

    [Fact]
    public void An_open_batch_is_in_flash_before() => AssertKept(17);

    [Fact]
    public void Also_while_the_broker_is_away() =>
        AssertKept(18, new Fault(0, FaultKind.BrokerDown, Fault.EveryNode, 2 * HourMs, 9 * HourMs, 0));

    [Fact]
    public void Also_while_the_flash_refuses() =>
        AssertKept(19, new Fault(0, FaultKind.FlashWriteError, 0, (2 * HourMs) + 1, 9 * HourMs, 0));

    private static void AssertKept(int seed, params Fault[] faults)
    {
        Verdict verdict = new();
        WorldPlan plan = new(seed, 3, 1, FaultIntensity.None, null, [.. faults, new Fault(9, FaultKind.BitFlip, 0, HourMs, HourMs, 0)]);
        WorldNode node = new(plan, 0, new ClimateWeather((ulong)seed), Streets.At(0), verdict);
        node.Looking = running => running.Restarts.Ask(RestartReason.Command);
        node.Live();
        Assert.True(verdict.IsKept, verdict.Fault);
        Assert.InRange(node.Restarts, 10, long.MaxValue);
        Assert.Equal(0, node.Cuts);
        Assert.Equal(0, node.Witness.Unwritten);
    }
}
