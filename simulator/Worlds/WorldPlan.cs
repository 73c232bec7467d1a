using UlmEdge.Simulator.Faults;
using UlmEdge.Simulator.Weather;

namespace UlmEdge.Simulator.Worlds;

/// <summary>All that decides what happens in a world: two runs of the same plan are the same to the bit.</summary>
/// <param name="Seed">Decides everything that the others leave open.</param>
/// <param name="Days">Days in which faults happen; the world heals after them.</param>
/// <param name="Nodes">Nodes.</param>
/// <param name="Intensity">How much goes wrong.</param>
/// <param name="Recording">Recorded weather, or null for weather drawn from the seed.</param>
/// <param name="Faults">What goes wrong.</param>
public sealed record WorldPlan(
    int Seed, int Days, int Nodes, FaultIntensity Intensity, RecordedWeather? Recording, IReadOnlyList<Fault> Faults)
{
    private const long MsPerDay = 86_400_000;

    // 2026-11-02, a day after no firmware of this age believes a clock.
    private const long FirstStartUnixMs = 1_793_577_600_000;

    /// <summary>What batches are sent as, or null for what the seed draws.</summary>
    public string? Payload { get; init; }

    /// <summary>What is fitted to each node, as a configuration has it; the first one is a BME280.</summary>
    public IReadOnlyList<string> Sensors { get; init; } = ["bme280"];

    /// <summary>
    /// Is told each message that reaches the broker, with the milliseconds since the world began, node after node; null when nobody
    /// listens. It changes nothing in the world.
    /// </summary>
    internal Action<long, string, byte[]>? Overhear { get; init; }

    /// <summary>A plan with the faults that its seed draws.</summary>
    public static WorldPlan Draw(int seed, int days, int nodes, FaultIntensity intensity, RecordedWeather? recording) =>
        new(seed, days, nodes, intensity, recording, FaultPlan.Draw((ulong)seed, nodes, days, intensity));

    /// <summary>World time at which all faults are over.</summary>
    public long HealedMs => Days * MsPerDay;

    /// <summary>The time of day at the beginning of the world.</summary>
    public long StartUnixMs
    {
        get
        {
            ulong draw = SeededNumbers.Derive((ulong)Seed, "start");
            if (Recording?.Summary is not { } summary)
            {
                return FirstStartUnixMs + (long)(draw % 365 * MsPerDay) + (long)(draw >> 32) % MsPerDay;
            }

            long room = Math.Max(1, summary.LastUnixMs - summary.FirstUnixMs - HealedMs);
            return summary.FirstUnixMs + (long)(draw % (ulong)room);
        }
    }
}
