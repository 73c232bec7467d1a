using UlmEdge.Core;
using UlmEdge.Core.Publishing;
using UlmEdge.Ports;

namespace UlmEdge.Simulator.Runners;

/// <summary>What a node said of itself between two rounds of its loop; safe to look at from any thread.</summary>
public sealed record NodeView(
    int SamplesTaken,
    int SamplesPublished,
    int SamplesAcknowledged,
    int SamplesEvicted,
    int OldestPendingSample,
    int QueuedBatches,
    PublisherState State,
    bool IsDrained,
    IReadOnlyList<(int Channel, Reading Reading)> Latest)
{
    /// <summary>Looks at a node; to be called on its own thread, or when that has ended.</summary>
    /// <param name="node">The node.</param>
    /// <param name="before">The view before this one, which is returned again when nothing has changed.</param>
    public static NodeView Of(Node node, NodeView? before)
    {
        NodeCounters counters = node.Counters;
        bool isUnchanged = before is not null
            && before.SamplesTaken == counters.SamplesTaken
            && before.SamplesPublished == counters.SamplesPublished
            && before.SamplesAcknowledged == counters.SamplesAcknowledged
            && before.State == node.PublisherState
            && before.IsDrained == node.IsDrained
            && before.QueuedBatches == node.QueuedBatches;
        return isUnchanged ? before! : New(node);
    }

    private static NodeView New(Node node) => new(
        node.Counters.SamplesTaken,
        node.Counters.SamplesPublished,
        node.Counters.SamplesAcknowledged,
        node.Counters.SamplesEvicted,
        node.OldestPendingSample,
        node.QueuedBatches,
        node.PublisherState,
        node.IsDrained,
        [.. Enumerable.Range(0, node.ChannelCount).Select(i => (node.ChannelAt(i), node.Latest(i)))]);
}
