using UlmEdge.Simulator.Checkers;

namespace UlmEdge.Simulator.Worlds;

/// <summary>What came of a world.</summary>
public sealed record WorldResult
{
    /// <summary>The world.</summary>
    public required WorldPlan Plan { get; init; }

    /// <summary>What the checkers found.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Seconds that nodes lived.</summary>
    public long NodeSeconds { get; init; }

    /// <summary>Samples taken.</summary>
    public long Samples { get; init; }

    /// <summary>Readings taken.</summary>
    public long Readings { get; init; }

    /// <summary>Values that arrived with something that speaks against them, but for sensors that were warming up, by name.</summary>
    public required Dictionary<string, long> Doubts { get; init; }

    /// <summary>Samples that had not reached a flash when the power went.</summary>
    public long Unwritten { get; init; }

    /// <summary>Power cuts.</summary>
    public long Cuts { get; init; }

    /// <summary>Restarts that nodes themselves wanted.</summary>
    public long Restarts { get; init; }

    /// <summary>How often the firmware died.</summary>
    public long Deaths { get; init; }

    /// <summary>How often each kind of fault had an effect.</summary>
    public required long[] Effects { get; init; }

    /// <summary>How often nodes said each thing of themselves.</summary>
    public required long[] Events { get; init; }

    /// <summary>The same for two runs of the same plan.</summary>
    public ulong Fingerprint { get; init; }
}
