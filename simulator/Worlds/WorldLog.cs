using UlmEdge.Ports;

namespace UlmEdge.Simulator.Worlds;

/// <summary>Counts what a node has to say about itself.</summary>
internal sealed class WorldLog : IEventLog
{
    private readonly long[] _counts = new long[Enum.GetValues<NodeEvent>().Length];

    /// <summary>How often something was said.</summary>
    public long CountOf(NodeEvent what) => _counts[(int)what];

    /// <inheritdoc/>
    public void Record(NodeEvent what, int detail) => _counts[(int)what]++;
}
