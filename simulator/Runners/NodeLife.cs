using UlmEdge.Core;
using UlmEdge.Core.Journal;

namespace UlmEdge.Simulator.Runners;

/// <summary>One boot of a node, and what became of its samples.</summary>
/// <remarks>
/// A boot begins in the journal's epoch, or in one of its own when the flash refuses; it may change from one to the other,
/// and each time the samples that are still open get numbers of the new epoch.
/// </remarks>
public sealed class NodeLife
{
    private readonly Node _node;
    private readonly Action<int> _announce;
    private volatile Seen _seen;

    /// <summary>A boot that has just begun.</summary>
    /// <param name="node">The node.</param>
    /// <param name="announce">Told each epoch that this boot changes to.</param>
    public NodeLife(Node node, Action<int> announce)
    {
        (_node, _announce) = (node, announce);
        _seen = new Seen(NodeView.Of(node, null), [], node.FirstSample, 0, 0);
    }

    /// <summary>The last look at it.</summary>
    public NodeView View => _seen.View;

    /// <summary>Whether the power was cut: what the journal did not have yet is gone.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Samples that gave way in memory before the flash was given up: no epoch has a number for them.</summary>
    public int DroppedBeforeLeaving => _seen.DroppedBeforeLeaving;

    /// <summary>The node's journal, to be asked only when the node's thread has ended.</summary>
    public Journal Journal => _node.Journal;

    /// <summary>The numbers it gave, in their order.</summary>
    public IEnumerable<Stretch> Stretches()
    {
        Seen seen = _seen;
        NodeView view = seen.View;
        int waiting = view.IsInMemory ? view.WaitingSamples : 0;
        return [.. seen.Closed, Of(seen, view.NextSample, waiting)];
    }

    /// <summary>Looks again; on the node's own thread, or when that has ended.</summary>
    public void Look()
    {
        Seen seen = _seen;
        NodeView now = NodeView.Of(_node, seen.View);
        _seen = now.Epoch == seen.View.Epoch ? seen with { View = now } : Changed(seen, now);
        if (now.Epoch != seen.View.Epoch)
        {
            _announce(now.Epoch);
        }
    }

    /// <summary>Tells the node to stop measuring.</summary>
    public void Stop() => _node.Stop();

    /// <summary>Takes note that the power was cut and the node's thread has ended.</summary>
    public void End()
    {
        if (_node.Epoch == View.Epoch)
        {
            Look();
        }
        else
        {
            // It was about to change the epoch, perhaps for the reason that there was no power any more.
            int more = _node.Counters.SamplesTaken - View.SamplesTaken;
            _seen = _seen with
            {
                View = View with
                {
                    NextSample = View.NextSample + more,
                    SamplesTaken = View.SamplesTaken + more,
                    WaitingSamples = View.WaitingSamples + more,
                },
            };
        }

        IsOver = true;
    }

    private Stretch Of(Seen seen, int end, int waiting)
    {
        int dropped = seen.View.IsInMemory ? seen.View.SamplesEvicted - seen.EvictedBefore : 0;
        return new Stretch(seen.View.Epoch, seen.First, end, seen.View.IsInMemory, waiting, dropped, this);
    }

    // Every sample taken has a number of one of the epochs, but for those that gave way before the flash was given up.
    private Seen Changed(Seen seen, NodeView now)
    {
        int durable = _node.Journal.NextSample;
        int unnumbered = now.SamplesTaken - seen.Closed.Sum(stretch => stretch.Count) - seen.DroppedBeforeLeaving;
        if (seen.View.IsInMemory)
        {
            int open = now.NextSample - durable;
            Seen last = seen with { View = seen.View with { SamplesEvicted = now.SamplesEvicted } };
            Stretch left = Of(last, seen.First + unnumbered - open, 0);
            return new Seen(now, [.. seen.Closed, left], durable, now.SamplesEvicted, seen.DroppedBeforeLeaving);
        }

        Stretch stored = Of(seen, durable, 0);
        int dropped = Math.Max(0, unnumbered - stored.Count - now.NextSample);
        return new Seen(now, [.. seen.Closed, stored], 0, now.SamplesEvicted, seen.DroppedBeforeLeaving + dropped);
    }

    /// <param name="View">The last look.</param>
    /// <param name="Closed">Stretches of epochs that were left.</param>
    /// <param name="First">The first number of the present one.</param>
    /// <param name="EvictedBefore">Samples that had given way when it began.</param>
    /// <param name="DroppedBeforeLeaving">Those of them without a number.</param>
    private sealed record Seen(
        NodeView View, IReadOnlyList<Stretch> Closed, int First, int EvictedBefore, int DroppedBeforeLeaving);
}
