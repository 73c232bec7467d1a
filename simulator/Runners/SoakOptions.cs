using UlmEdge.Simulator.Dashboard;
using UlmEdge.Simulator.Faults;
using UlmEdge.Simulator.Weather;

namespace UlmEdge.Simulator.Runners;

/// <summary>What the user asked of <c>soak</c>.</summary>
/// <param name="Seeds">The worlds.</param>
/// <param name="Days">Days in which faults happen.</param>
/// <param name="Nodes">Nodes of a world.</param>
/// <param name="Intensity">How much goes wrong.</param>
/// <param name="Recording">Recorded weather, or null for weather drawn from the seed.</param>
/// <param name="Payload">What batches are sent as, or null for what the seed draws.</param>
/// <param name="Station">The name of what is fitted to each node, or empty for a BME280 only.</param>
/// <param name="Twice">Each world is run twice, and must come out the same.</param>
/// <param name="Shrink">The fewest faults that still break a world are looked for.</param>
/// <param name="Only">The faults that happen, by number, or null for all that are drawn.</param>
/// <param name="Json">A JSON object as the last line.</param>
/// <param name="Page">Where a page shows the world, or null for nowhere.</param>
public sealed record SoakOptions(
    SeedRange Seeds,
    int Days,
    int Nodes,
    FaultIntensity Intensity,
    RecordedWeather? Recording,
    string? Payload,
    string Station,
    bool Twice,
    bool Shrink,
    IReadOnlyList<int>? Only,
    bool Json,
    DashboardOptions? Page = null);
