using System.Text.Json.Nodes;
using UlmEdge.Simulator.Checkers;
using UlmEdge.Simulator.Faults;
using UlmEdge.Simulator.Worlds;

namespace UlmEdge.Simulator.Runners;

/// <summary>Adds up worlds, from any thread.</summary>
public sealed class SoakTally
{
    private readonly Lock _gate = new();
    private readonly long[] _effects = new long[Surroundings.Kinds];
    private readonly long[] _broken = new long[Enum.GetValues<Promise>().Length];
    private WorldResult? _firstBroken;

    /// <summary>Worlds so far.</summary>
    public int Worlds { get; private set; }

    /// <summary>Seconds that nodes lived.</summary>
    public long NodeSeconds { get; private set; }

    /// <summary>Samples taken.</summary>
    public long Samples { get; private set; }

    /// <summary>Readings taken.</summary>
    public long Readings { get; private set; }

    /// <summary>Values that arrived with something that speaks against them, but for sensors that were warming up, by name.</summary>
    public SortedDictionary<string, long> Doubts { get; } = new(StringComparer.Ordinal);

    /// <summary>Samples that had not reached a flash when the power went.</summary>
    public long Unwritten { get; private set; }

    /// <summary>Power cuts.</summary>
    public long Cuts { get; private set; }

    /// <summary>Restarts that nodes themselves wanted.</summary>
    public long Restarts { get; private set; }

    /// <summary>How often the firmware died.</summary>
    public long Deaths { get; private set; }

    /// <summary>The broken world with the lowest seed, or null.</summary>
    public WorldResult? FirstBroken => _firstBroken;

    /// <summary>The kinds of faults that never had an effect.</summary>
    public IReadOnlyList<FaultKind> NeverMet => [.. Enum.GetValues<FaultKind>().Where(kind => _effects[(int)kind] == 0)];

    /// <summary>Adds a world.</summary>
    public void Add(WorldResult result)
    {
        lock (_gate)
        {
            Worlds++;
            NodeSeconds += result.NodeSeconds;
            Samples += result.Samples;
            Readings += result.Readings;
            foreach ((string name, long count) in result.Doubts)
            {
                Doubts[name] = Doubts.GetValueOrDefault(name) + count;
            }

            Unwritten += result.Unwritten;
            Cuts += result.Cuts;
            Restarts += result.Restarts;
            Deaths += result.Deaths;
            for (int i = 0; i < _effects.Length; i++)
            {
                _effects[i] += result.Effects[i];
            }

            for (int i = 0; i < _broken.Length; i++)
            {
                _broken[i] += result.Verdict.Counts[i];
            }

            if (!result.Verdict.IsKept && (_firstBroken is null || result.Plan.Seed < _firstBroken.Plan.Seed))
            {
                _firstBroken = result;
            }
        }
    }

    /// <summary>How often a promise was broken.</summary>
    public long Broken(Promise promise) => _broken[(int)promise];

    /// <summary>As JSON.</summary>
    public JsonObject ToJson(int seeds, double seconds)
    {
        JsonObject faults = [];
        foreach (FaultKind kind in Enum.GetValues<FaultKind>())
        {
            string name = kind.ToString();
            faults[char.ToLowerInvariant(name[0]) + name[1..]] = _effects[(int)kind];
        }

        return new JsonObject
        {
            ["command"] = "soak",
            ["seeds"] = seeds,
            ["nodeSeconds"] = NodeSeconds,
            ["samples"] = Samples,
            ["readings"] = Readings,
            ["doubted"] = Doubts.Values.Sum(),
            ["unwritten"] = Unwritten,
            ["lost"] = Broken(Promise.NothingLost),
            ["repeated"] = Broken(Promise.NothingRepeated),
            ["invented"] = Broken(Promise.NothingInvented) + Broken(Promise.Honesty),
            ["broken"] = _broken.Sum(),
            ["cuts"] = Cuts,
            ["restarts"] = Restarts,
            ["deaths"] = Deaths,
            ["faults"] = faults,
            ["nodeSecondsPerSecond"] = Math.Round(NodeSeconds / Math.Max(seconds, 1e-3)),
        };
    }
}
