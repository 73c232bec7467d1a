using UlmEdge.Simulator.Weather;

namespace UlmEdge.Simulator.Faults;

/// <summary>Draws what goes wrong in a world, and when.</summary>
/// <remarks>
/// Swarm testing (Groce et al., ISSTA 2012): each world leaves kinds of faults out and exaggerates others, since faults that
/// all happen at once hide one another. Each fault has a draw of its own: taking one out changes no other.
/// </remarks>
public static class FaultPlan
{
    private const long MsPerDay = 86_400_000;
    private const double PeacefulWorlds = 0.1;
    private const double KindsPerWorld = 0.5;
    private const double HarshFactor = 6;

    /// <summary>The faults of a world in the order of their beginning; all are over when the days are.</summary>
    public static IReadOnlyList<Fault> Draw(ulong seed, int nodes, int days, FaultIntensity intensity)
    {
        SeededEntropy swarm = new(SeededNumbers.Derive(seed, "swarm"));
        bool isPeaceful = swarm.Chance(PeacefulWorlds) && intensity != FaultIntensity.Harsh;
        List<Fault> faults = [];
        foreach (FaultHabit habit in FaultHabit.All)
        {
            bool isLeftOut = !swarm.Chance(KindsPerWorld);
            double factor = Math.Pow(2, swarm.Between(-2, 3)) * (intensity == FaultIntensity.Harsh ? HarshFactor : 1);
            if (!isLeftOut && !isPeaceful && intensity != FaultIntensity.None)
            {
                Add(faults, habit, SeededNumbers.Derive(seed, habit.Kind.ToString()), nodes, days, factor);
            }
        }

        return [.. faults.OrderBy(fault => fault.StartMs).Select((fault, index) => fault with { Number = index })];
    }

    private static void Add(List<Fault> faults, FaultHabit habit, ulong seed, int nodes, int days, double factor)
    {
        long endMs = days * MsPerDay;
        int victims = habit.IsShared ? 1 : nodes;
        for (int victim = 0; victim < victims; victim++)
        {
            SeededEntropy entropy = new(SeededNumbers.Bits(seed, victim));
            double atMs = 0;
            while (true)
            {
                // Poisson: waits are exponential.
                atMs += -Math.Log(1 - Unit(entropy)) * MsPerDay / (habit.PerDay * factor);
                if (atMs >= endMs)
                {
                    break;
                }

                long startMs = (long)atMs;
                long lengthMs = LengthMs(habit, Unit(entropy));
                int node = habit.IsShared ? Fault.EveryNode : victim;
                faults.Add(new Fault(0, habit.Kind, node, startMs, Math.Min(startMs + lengthMs, endMs), entropy.Next64()));
                atMs += lengthMs;
            }
        }
    }

    // Log-uniform: a second matters as much as an hour.
    private static long LengthMs(FaultHabit habit, double unit) => habit.SecondsMax == 0
        ? 0
        : (long)(1000 * habit.SecondsMin * Math.Pow((double)habit.SecondsMax / habit.SecondsMin, unit));

    private static double Unit(SeededEntropy entropy) => (entropy.Next64() >> 11) * (1.0 / (1UL << 53));
}
