namespace UlmEdge.Simulator.Runners;

/// <summary>What the user asked of <c>cuts</c>.</summary>
/// <param name="Operations">Steps of a life.</param>
/// <param name="Depth">1: a cut at every operation; 2: and again at every operation of the recovery.</param>
/// <param name="FirstSeed">First life.</param>
/// <param name="LastSeed">Last life.</param>
/// <param name="Only">Cuts at this operation of each life only, or null for all.</param>
/// <param name="Json">A JSON object as the last line.</param>
public sealed record CutsOptions(int Operations, int Depth, int FirstSeed, int LastSeed, long? Only, bool Json)
{
    /// <summary>Steps of a life unless something else is said.</summary>
    public const int StandardOperations = 200;

    /// <summary>The last seed unless something else is said; the first is 1.</summary>
    public const int StandardSeeds = 20;

    /// <summary>Whether these are all lives of a usual run, so that together they must have come by everything.</summary>
    public bool IsComplete => Operations >= StandardOperations && FirstSeed <= 1 && LastSeed >= StandardSeeds && Only is null;
}
