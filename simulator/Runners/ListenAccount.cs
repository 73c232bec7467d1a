using System.Buffers;
using UlmEdge.Decoder;

namespace UlmEdge.Simulator.Runners;

/// <summary>Accounts for all that arrives from any number of nodes. All members may be called from any thread.</summary>
internal sealed class ListenAccount(string root, IReadOnlyList<ISampleWriter> writers, bool keepLines)
{
    private const int NamedFaultsMax = 20;

    private readonly SortedDictionary<string, ListenedNode> _nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _faults = [];
    private readonly MessageDecoder _decoder = new(root);
    private readonly Lock _gate = new();
    private Queue<string> _lines = new();

    /// <summary>Messages that could not be read.</summary>
    public int FaultCount { get; private set; }

    /// <summary>Why samples could not be written; null when all is well.</summary>
    public string? WriteFailure { get; private set; }

    /// <summary>A message has arrived.</summary>
    public void Take(string topic, ReadOnlySequence<byte> payload)
    {
        lock (_gate)
        {
            if (payload.IsEmpty)
            {
                return; // A retained message was taken back.
            }

            try
            {
                Take(_decoder.Decode(topic, payload));
            }
            catch (DecodeException error)
            {
                TakeFault($"{topic}: {error.Message}");
            }
            catch (IOException error)
            {
                WriteFailure ??= error.Message;
            }
        }
    }

    /// <summary>Says something among the lines.</summary>
    public void Say(string line)
    {
        lock (_gate)
        {
            _lines.Enqueue(line);
        }
    }

    /// <summary>What is new since the last call.</summary>
    public IReadOnlyCollection<string> TakeLines()
    {
        lock (_gate)
        {
            Queue<string> taken = _lines;
            _lines = new Queue<string>();
            return taken;
        }
    }

    /// <summary>Looks at the nodes, by name, while nothing arrives.</summary>
    public T Look<T>(Func<IReadOnlyDictionary<string, ListenedNode>, T> look)
    {
        lock (_gate)
        {
            return look(_nodes);
        }
    }

    /// <summary>All in a few sentences.</summary>
    public IReadOnlyList<string> Summary(TimeSpan elapsed)
    {
        lock (_gate)
        {
            return
            [
                $"In {Wording.Seconds(elapsed)} {Sum(node => node.SampleCount)} samples of {Wording.Count(_nodes.Count, "node")} "
                    + $"arrived, {Sum(node => node.LateCount)} of them late.",
                $"Repeats dropped: {Sum(node => node.RepeatCount)}. Still missing between others: {Sum(node => node.GapCount)}.",
                FaultCount == 0 ? "Every message could be read." : $"{Wording.Count(FaultCount, "message")} could not be read:",
                .. _faults.Select(fault => $"  {fault.Value} × {fault.Key}"),
            ];
        }
    }

    private long Sum(Func<NodeArrivals, long> count) => _nodes.Values.Sum(node => count(node.Arrivals));

    private void Take(NodeMessage message)
    {
        ListenedNode node = Of(message.Node);
        if (message is DataMessage data)
        {
            Take(node, data);
            return;
        }

        if (message is StatusMessage status && !node.Presence.Take(status))
        {
            return; // A late last will means nothing.
        }

        // Retained, so each start hears them of every node: only what is wrong is worth a line.
        if (message is CommissioningMessage { HasPassed: true } or ConfigurationMessage { IsRefusal: false })
        {
            return;
        }

        Show(MessageText.Lines(message));
    }

    private void Take(ListenedNode node, DataMessage message)
    {
        foreach (DataRow row in message.Rows)
        {
            Arrival arrival = node.Arrivals.Take(message, row);
            if (arrival == Arrival.Repeat)
            {
                continue;
            }

            node.NoteLatest(message, row);
            Show([MessageText.Line(message, row) + (arrival == Arrival.New ? string.Empty : $"  ({Wording.Spaced(arrival.ToString())})")]);
            foreach (ISampleWriter writer in writers)
            {
                writer.Write(message, row);
            }
        }

        foreach (ISampleWriter writer in writers)
        {
            writer.Flush(); // The message counts as delivered when this returns.
        }
    }

    private void TakeFault(string fault)
    {
        FaultCount++;
        string safe = MessageText.Safe(fault);
        if (_faults.TryGetValue(safe, out int count) || _faults.Count < NamedFaultsMax)
        {
            _faults[safe] = count + 1;
        }

        Show([$"cannot be read: {safe}"]);
    }

    private void Show(IEnumerable<string> lines)
    {
        foreach (string line in keepLines ? lines : [])
        {
            _lines.Enqueue(line);
        }
    }

    private ListenedNode Of(string node)
    {
        if (!_nodes.TryGetValue(node, out ListenedNode? known))
        {
            known = new ListenedNode();
            _nodes.Add(node, known);
        }

        return known;
    }
}
