using UlmEdge.Ports;
using UlmEdge.Simulator.Checkers;
using UlmEdge.Simulator.Weather;

namespace UlmEdge.Simulator.Worlds;

/// <summary>Runs a world from its plan: the same plan gives the same world, to the bit.</summary>
public static class World
{
    private static readonly int EventKinds = Enum.GetValues<NodeEvent>().Length;

    /// <summary>Runs a world until its end, or until it was asked to stop.</summary>
    public static WorldResult Run(WorldPlan plan, CancellationToken stop)
    {
        Verdict verdict = new();
        IWeather weather = plan.Recording ?? (IWeather)new ClimateWeather((ulong)plan.Seed);
        long[] effects = new long[Surroundings.Kinds];
        long[] events = new long[EventKinds];
        WorldResult result = new() { Plan = plan, Verdict = verdict, Effects = effects, Events = events, Doubts = [] };
        for (int index = 0; index < plan.Nodes && !stop.IsCancellationRequested; index++)
        {
            WorldNode node = new(plan, index, weather, Streets.At(index), verdict);
            node.Live();
            for (int kind = 0; kind < effects.Length; kind++)
            {
                effects[kind] += node.Surroundings.Effects[kind];
            }

            for (int what = 0; what < events.Length; what++)
            {
                events[what] += node.Log.CountOf((NodeEvent)what);
            }

            foreach ((string name, long count) in node.Witness.Doubts)
            {
                result.Doubts[name] = result.Doubts.GetValueOrDefault(name) + count;
            }

            result = result with
            {
                NodeSeconds = result.NodeSeconds + (node.WorldMs / 1000),
                Samples = result.Samples + node.Witness.Taken,
                Readings = result.Readings + node.Witness.Readings,
                Unwritten = result.Unwritten + node.Witness.Unwritten,
                Cuts = result.Cuts + node.Cuts,
                Restarts = result.Restarts + node.Restarts,
                Deaths = result.Deaths + node.Deaths,
                Fingerprint = SeededNumbers.Bits(result.Fingerprint ^ node.Fingerprint, index),
            };
        }

        return result;
    }
}
