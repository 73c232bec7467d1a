using UlmEdge.Simulator.Network;

namespace UlmEdge.Simulator.Runners;

/// <summary>Notices what is worth a sentence while a street runs, and says each thing once.</summary>
internal sealed class StreetWatch : IDisposable
{
    // What firmware writes to the debugger when something is wrong that its counters do not show.
    private static readonly string[] Alarming = ["the loop goes on after", "    ++++ Exception", "- "];

    private readonly Street _street;
    private readonly Queue<string> _notes = new();
    private readonly HashSet<string> _said = [];
    private bool _wasReachable = true;

    /// <summary>Begins to watch.</summary>
    public StreetWatch(Street street)
    {
        _street = street;
        street.Subscriber.Reception.Received += NoteFirst;
        foreach (StreetNode node in street.Nodes)
        {
            node.Board.Debug.Written += line => NoteAlarm(node, line);
        }
    }

    /// <summary>What is new since the last call.</summary>
    public IReadOnlyList<string> TakeNotes()
    {
        NoteBroker();
        NoteCrash();
        if (_street.Subscriber.Reception.LastFault is { } fault)
        {
            NoteOnce($"A message breaks the contract; {fault}");
        }

        lock (_notes)
        {
            string[] taken = [.. _notes];
            _notes.Clear();
            return taken;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _street.Subscriber.Reception.Received -= NoteFirst;

    private void NoteCrash()
    {
        if (_street.Nodes.FirstOrDefault(node => node.Board.Crash is not null) is { Board.Crash: { } crash } node)
        {
            NoteOnce($"The firmware of {node.Id} crashed: {crash.GetType().Name}, {crash.Message}");
        }
    }

    private void NoteBroker()
    {
        bool isReachable = _street.Subscriber.IsConnected;
        if (isReachable != _wasReachable)
        {
            Note(isReachable
                ? $"The broker at {_street.BrokerAddress} answers again."
                : $"The broker at {_street.BrokerAddress} cannot be reached ({_street.Subscriber.LastFailure}): "
                    + "the nodes go on measuring and trying.");
            _wasReachable = isReachable;
        }
    }

    private void NoteFirst(ReceivedSample sample)
    {
        _street.Subscriber.Reception.Received -= NoteFirst;
        IEnumerable<string> values = sample.Values
            .Select(value => $"{value.Name} {value.Value} {value.Unit}".TrimEnd());
        NoteOnce($"First batch after {Wording.Seconds(_street.Clock.RealElapsed)}, from {sample.Node}: "
            + string.Join(", ", values));
    }

    private void NoteAlarm(StreetNode node, string line)
    {
        string? kind = Alarming.FirstOrDefault(start => line.StartsWith(start, StringComparison.Ordinal));
        if (kind is not null && IsNew(kind))
        {
            Note($"{node.Id} says: {line.Trim()}");
        }
    }

    private void NoteOnce(string note)
    {
        if (IsNew(note))
        {
            Note(note);
        }
    }

    private bool IsNew(string what)
    {
        lock (_notes)
        {
            return _said.Add(what);
        }
    }

    /// <summary>Takes a note of somebody else.</summary>
    public void Say(string note) => Note(note);

    private void Note(string note)
    {
        lock (_notes)
        {
            _notes.Enqueue(note);
        }
    }
}
