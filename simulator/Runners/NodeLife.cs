using UlmEdge.Core;
using UlmEdge.Core.Journal;

namespace UlmEdge.Simulator.Runners;

/// <summary>One boot of a node, and what became of its samples.</summary>
/// <param name="node">The node.</param>
/// <param name="announce">Told each epoch that this boot gives to samples.</param>
public sealed class NodeLife(Node node, Action<int> announce)
{
    private volatile NodeView _view = NodeView.Of(node, null);
    private volatile Stretch? _left;
    private int _evictedWhenLeft;

    /// <summary>The last look at it.</summary>
    public NodeView View => _view;

    /// <summary>Whether the power was cut: what the journal did not have yet is gone.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Samples that gave way in memory before the flash was given up: no epoch has a number for them.</summary>
    public int DroppedBeforeLeaving { get; private set; }

    /// <summary>Samples that gave way in memory after that.</summary>
    public int DroppedInMemory => _view.SamplesEvicted - (_left is null ? 0 : _evictedWhenLeft);

    /// <summary>The node's journal, to be asked only when the node's thread has ended.</summary>
    public Journal Journal => node.Journal;

    /// <summary>The numbers it gave: in the journal's epoch, and in one of its own if it gave the flash up.</summary>
    public IEnumerable<Stretch> Stretches()
    {
        // First the view: a stretch that was left since is part of it, but would be counted once only.
        NodeView view = _view;
        Stretch? left = _left;
        if (left is not null && view.IsInMemory)
        {
            yield return left;
        }

        int first = left is not null && view.IsInMemory ? 0 : view.FirstSample;
        yield return new Stretch(view.Epoch, first, view.NextSample, view.IsInMemory, this);
    }

    /// <summary>Looks again; on the node's own thread, or when that has ended.</summary>
    public void Look()
    {
        NodeView now = NodeView.Of(node, _view);
        if (now.Epoch != _view.Epoch)
        {
            Leave(now);
            announce(now.Epoch);
        }

        _view = now;
    }

    /// <summary>Tells the node to stop measuring.</summary>
    public void Stop() => node.Stop();

    /// <summary>Takes note that the power was cut and the node's thread has ended.</summary>
    public void End()
    {
        if (node.Epoch == _view.Epoch)
        {
            Look();
        }
        else
        {
            // It was just about to give the flash up, for the reason that there was no power any more.
            int next = _view.FirstSample + node.Counters.SamplesTaken;
            _view = _view with { NextSample = next, SamplesTaken = node.Counters.SamplesTaken };
        }

        IsOver = true;
    }

    // The flash was given up: what it had not taken has got new numbers.
    private void Leave(NodeView now)
    {
        int end = node.Journal.NextSample;
        DroppedBeforeLeaving = Math.Max(0, now.SamplesTaken - (end - now.FirstSample) - now.NextSample);
        _evictedWhenLeft = now.SamplesEvicted;
        _left = new Stretch(_view.Epoch, now.FirstSample, end, false, this);
    }
}
