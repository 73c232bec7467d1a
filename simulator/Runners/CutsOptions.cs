namespace UlmEdge.Simulator.Runners;

/// <summary>What the user asked of <c>cuts</c>.</summary>
/// <param name="Operations">Steps of a scenario.</param>
/// <param name="Depth">1: a cut at every operation; 2: and again at every operation of the recovery.</param>
/// <param name="FirstSeed">First scenario.</param>
/// <param name="LastSeed">Last scenario.</param>
/// <param name="Json">A JSON object as the last line.</param>
public sealed record CutsOptions(int Operations, int Depth, int FirstSeed, int LastSeed, bool Json);
