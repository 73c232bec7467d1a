using UlmEdge.Core;

namespace UlmEdge.Simulator.Runners;

/// <summary>One boot of a node, and what became of its samples.</summary>
public sealed class NodeLife(Node node)
{
    private volatile NodeView _view = NodeView.Of(node, null);

    /// <summary>The last look at it.</summary>
    public NodeView View => _view;

    /// <summary>Whether the power was cut: what the journal did not have yet is gone.</summary>
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
}
