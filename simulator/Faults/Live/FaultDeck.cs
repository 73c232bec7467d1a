namespace UlmEdge.Simulator.Faults.Live;

/// <summary>Kinds of faults as a shuffled deck: each comes once before any comes again, so that also short runs see many.</summary>
internal sealed class FaultDeck(IReadOnlyList<FaultKind> kinds, SeededEntropy entropy)
{
    private readonly Queue<FaultKind> _deck = new();

    /// <summary>Draws the next kind.</summary>
    public FaultKind Draw()
    {
        if (_deck.Count == 0)
        {
            foreach (FaultKind kind in kinds.Select(kind => (kind, entropy.Next64())).OrderBy(pair => pair.Item2).Select(pair => pair.kind))
            {
                _deck.Enqueue(kind);
            }
        }

        return _deck.Dequeue();
    }
}
