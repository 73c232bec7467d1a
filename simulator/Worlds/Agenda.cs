namespace UlmEdge.Simulator.Worlds;

/// <summary>What is to happen in a world, and when: in the order of time, then in that of being written down.</summary>
internal sealed class Agenda
{
    private readonly PriorityQueue<Action, (long AtMs, long Order)> _entries = new();
    private long _order;

    /// <summary>When the next thing happens.</summary>
    public long NextMs => _entries.TryPeek(out _, out (long AtMs, long) at) ? at.AtMs : long.MaxValue;

    /// <summary>Writes something down.</summary>
    public void Add(long worldMs, Action act) => _entries.Enqueue(act, (worldMs, _order++));

    /// <summary>Crosses everything out.</summary>
    public void Clear() => _entries.Clear();

    /// <summary>Lets happen what is due.</summary>
    public void TakeUpTo(long worldMs)
    {
        while (NextMs <= worldMs)
        {
            _entries.Dequeue()();
        }
    }
}
