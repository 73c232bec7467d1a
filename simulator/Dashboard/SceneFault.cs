namespace UlmEdge.Simulator.Dashboard;

/// <summary>Something that goes wrong at a node of a replayed world.</summary>
/// <param name="FromUnixMs">When it begins, by the time of day there.</param>
/// <param name="UntilUnixMs">When it is over; for a moment's fault the same.</param>
/// <param name="Kind">What, as the plan names it.</param>
internal readonly record struct SceneFault(long FromUnixMs, long UntilUnixMs, string Kind);
