using UlmEdge.Ports;

namespace UlmEdge.Simulator.Faults;

/// <summary>Counts what a node has to say, by kind.</summary>
public sealed class EventTally : IEventLog
{
    private readonly long[] _counts = new long[Enum.GetValues<NodeEvent>().Length];

    /// <summary>How often something was said.</summary>
    public long this[NodeEvent what] => _counts[(int)what];

    /// <inheritdoc/>
    public void Record(NodeEvent what, int detail) => _counts[(int)what]++;
}
