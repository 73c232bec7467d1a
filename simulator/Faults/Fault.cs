using System.Globalization;

namespace UlmEdge.Simulator.Faults;

/// <summary>One thing that goes wrong in a world.</summary>
/// <param name="Number">Its place in the world's plan.</param>
/// <param name="Kind">What.</param>
/// <param name="Node">The node that it happens to, or <see cref="EveryNode"/>.</param>
/// <param name="StartMs">World time at which it begins.</param>
/// <param name="EndMs">World time at which it is over; for a moment's fault the same.</param>
/// <param name="Draw">Decides its details.</param>
public sealed record Fault(int Number, FaultKind Kind, int Node, long StartMs, long EndMs, ulong Draw)
{
    /// <summary>Stands for all nodes: the broker is theirs together.</summary>
    public const int EveryNode = -1;

    /// <summary>Whether it happens to a node.</summary>
    public bool Strikes(int node) => Node == EveryNode || Node == node;

    /// <summary>For people: when, to whom, what, for how long.</summary>
    public override string ToString()
    {
        string whom = Node == EveryNode ? "all nodes" : "node " + Node.ToString(CultureInfo.InvariantCulture);
        string span = EndMs > StartMs ? string.Create(CultureInfo.InvariantCulture, $" for {(EndMs - StartMs) / 1000.0:F0} s") : "";
        TimeSpan start = TimeSpan.FromMilliseconds(StartMs);
        return string.Create(CultureInfo.InvariantCulture, $"#{Number,-4} day {start.Days} {start:hh\\:mm\\:ss}  {whom}: {Kind}{span}");
    }
}
