using UlmEdge.Simulator.Checkers;
using UlmEdge.Simulator.Faults;
using UlmEdge.Simulator.Worlds;

namespace UlmEdge.Simulator.Runners;

/// <summary>Looks for the fewest faults that still break a world: delta debugging (Zeller, Hildebrandt 2002).</summary>
public static class Shrinker
{
    /// <summary>Takes away what is not needed, in ever smaller parts.</summary>
    /// <param name="plan">A world that breaks.</param>
    /// <param name="promise">The promise that it breaks.</param>
    /// <param name="progress">Is told how far it is.</param>
    public static IReadOnlyList<Fault> Shrink(WorldPlan plan, Promise promise, TextWriter progress)
    {
        List<Fault> faults = [.. plan.Faults];
        int part = Math.Max(1, (faults.Count + 1) / 2);
        while (part > 0 && faults.Count > 0)
        {
            bool hasShrunk = false;
            for (int from = 0; from < faults.Count;)
            {
                List<Fault> fewer = [.. faults.Take(from), .. faults.Skip(from + part)];
                WorldResult result = World.Run(plan with { Faults = fewer }, CancellationToken.None);
                if (result.Verdict.Counts[(int)promise] > 0)
                {
                    faults = fewer;
                    hasShrunk = true;
                    progress.WriteLine($"        {faults.Count} faults still break it");
                }
                else
                {
                    from += part;
                }
            }

            part = part == 1 && !hasShrunk ? 0 : Math.Max(1, part / 2);
        }

        return faults;
    }
}
