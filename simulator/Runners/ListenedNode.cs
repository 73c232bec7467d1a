using UlmEdge.Decoder;

namespace UlmEdge.Simulator.Runners;

/// <summary>What <c>listen</c> knows of one node.</summary>
internal sealed class ListenedNode
{
    /// <summary>Whether it is online.</summary>
    public NodePresence Presence { get; } = new();

    /// <summary>Which samples have arrived.</summary>
    public NodeArrivals Arrivals { get; } = new();

    /// <summary>The latest row by time, and its message; null before the first.</summary>
    public (DataMessage Message, DataRow Row)? Latest { get; private set; }

    /// <summary>Takes note of the latest row: one with a date goes before one without.</summary>
    public void NoteLatest(DataMessage message, DataRow row)
    {
        if (Latest is not { } before
            || (message.IsDated, row.Seconds).CompareTo((before.Message.IsDated, before.Row.Seconds)) > 0)
        {
            Latest = (message, row);
        }
    }
}
