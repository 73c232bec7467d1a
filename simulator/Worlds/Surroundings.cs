using UlmEdge.Simulator.Faults;

namespace UlmEdge.Simulator.Worlds;

/// <summary>The faults that a node meets now, and how often each kind had an effect.</summary>
public sealed class Surroundings
{
    /// <summary>The kinds of faults.</summary>
    public static readonly int Kinds = Enum.GetValues<FaultKind>().Length;

    private readonly List<Fault>[] _active = [.. Enumerable.Range(0, Kinds).Select(_ => new List<Fault>())];
    private readonly long[] _effects = new long[Kinds];

    /// <summary>How often each kind had an effect.</summary>
    public IReadOnlyList<long> Effects => _effects;

    /// <summary>A fault begins.</summary>
    public void Begin(Fault fault) => _active[(int)fault.Kind].Add(fault);

    /// <summary>A fault is over.</summary>
    public void End(Fault fault) => _active[(int)fault.Kind].Remove(fault);

    /// <summary>Whether a kind is met now.</summary>
    public bool Has(FaultKind kind) => _active[(int)kind].Count > 0;

    /// <summary>The fault of a kind that began last, or null.</summary>
    public Fault? Latest(FaultKind kind) => _active[(int)kind] is [.., { } latest] ? latest : null;

    /// <summary>Takes note that a kind had an effect.</summary>
    public void Note(FaultKind kind) => _effects[(int)kind]++;
}
