using UlmEdge.Core;
using UlmEdge.Simulator.Network;

namespace UlmEdge.Simulator.Runners;

/// <summary>One boot of a node, and what became of its samples.</summary>
public sealed class NodeLife(string id, Node node)
{
    private volatile NodeView _view = NodeView.Of(node, null);

    /// <summary>The epoch of its samples.</summary>
    public int Epoch { get; } = node.Epoch;

    /// <summary>The last look at it.</summary>
    public NodeView View => _view;

    /// <summary>Whether the power was cut: what still waited in memory is gone.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Looks again; on the node's own thread, or when that has ended.</summary>
    public void Look() => _view = NodeView.Of(node, _view);

    /// <summary>Tells the node to stop measuring.</summary>
    public void Stop() => node.Stop();

    /// <summary>Takes note that the power was cut and the node's thread has ended.</summary>
    public void End()
    {
        Look();
        IsOver = true;
    }

    /// <summary>Accounts for all samples of this boot.</summary>
    public StreetTally Tally(Reception reception)
    {
        NodeView view = _view;
        int pendingFirst = IsOver ? view.SamplesTaken : view.OldestPendingSample;
        return new StreetTally(
            view.SamplesTaken,
            view.SamplesPublished,
            view.SamplesAcknowledged,
            reception.CountBetween(id, Epoch, 0, view.SamplesTaken),
            pendingFirst - reception.CountBetween(id, Epoch, 0, pendingFirst),
            view.SamplesTaken - pendingFirst,
            reception.CountBetween(id, Epoch, view.SamplesTaken, int.MaxValue));
    }
}
