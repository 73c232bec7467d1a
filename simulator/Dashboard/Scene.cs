using UlmEdge.Simulator.Weather;

namespace UlmEdge.Simulator.Dashboard;

/// <summary>What a page knows beside the messages: where nodes hang, what time it is there, and what is replayed.</summary>
internal sealed record Scene
{
    private const long DelayMsLeast = 30_000;

    private static readonly Lazy<Dictionary<string, Place>> Street =
        new(() => Streets.Take(DashboardModel.NodesMax).ToDictionary(place => place.Id));

    /// <summary>Where nodes hang, by their ids; those of a simulated street unless something else is said.</summary>
    public IReadOnlyDictionary<string, Place> Places { get; init; } = Street.Value;

    /// <summary>The time of day where the nodes are, in Unix milliseconds; null if it is that of whoever looks.</summary>
    public Func<long>? WorldMs { get; init; }

    /// <summary>Seconds there in a second here.</summary>
    public double Speed { get; init; } = 1;

    /// <summary>Readings that are kept of each channel.</summary>
    public int PointsMax { get; init; } = 720;

    /// <summary>The command whose world is replayed, or null for nodes that live now.</summary>
    public string? Replay { get; init; }

    /// <summary>What the replayed world's plan lets go wrong at a node.</summary>
    public Func<string, IReadOnlyList<SceneFault>> FaultsAt { get; init; } = _ => [];

    /// <summary>How long a batch may take, once closed, before it counts as late: half a minute there, and a second here.</summary>
    public long DelayMs => Math.Max(DelayMsLeast, (long)(1000 * Speed));
}
