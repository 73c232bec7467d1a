namespace UlmEdge.Simulator.Checkers;

/// <summary>What the checkers of a world have found: the first broken promise counts, the others follow from it.</summary>
public sealed class Verdict
{
    /// <summary>The first broken promise, with when and whose, or null.</summary>
    public string? Fault { get; private set; }

    /// <summary>The promise that is broken.</summary>
    public Promise Promise { get; private set; }

    /// <summary>World time of the first broken promise.</summary>
    public long AtMs { get; private set; }

    /// <summary>The node that breaks it.</summary>
    public string Node { get; private set; } = string.Empty;

    /// <summary>How often each promise was broken.</summary>
    public long[] Counts { get; } = new long[Enum.GetValues<Promise>().Length];

    /// <summary>Whether every promise was kept so far.</summary>
    public bool IsKept => Fault is null;

    /// <summary>A promise is broken.</summary>
    public void Break(Promise promise, string node, long worldMs, string sentence)
    {
        Counts[(int)promise]++;
        if (Fault is null)
        {
            (Promise, Node, AtMs, Fault) = (promise, node, worldMs, sentence);
        }
    }
}
