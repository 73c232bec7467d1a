using UlmEdge.Core;
using UlmEdge.Core.Publishing;
using UlmEdge.Core.Reporting;
using UlmEdge.Ports;

namespace UlmEdge.Simulator.Runners;

/// <summary>What a node said of itself between two rounds of its loop; safe to look at from any thread.</summary>
public sealed record NodeView(
    int Epoch,
    int FirstSample,
    int NextSample,
    bool IsInMemory,
    int SamplesTaken,
    int SamplesPublished,
    int SamplesAcknowledged,
    int SamplesEvicted,
    int OldestPendingSample,
    int WaitingSamples,
    PublisherState State,
    bool IsDrained,
    IReadOnlyList<(int Channel, Reading Reading)> Latest,
    string? Trouble)
{
    /// <summary>Looks at a node; to be called on its own thread, or when that has ended.</summary>
    /// <param name="node">The node.</param>
    /// <param name="before">The view before this one, which is returned again when nothing has changed.</param>
    public static NodeView Of(Node node, NodeView? before)
    {
        NodeCounters counters = node.Counters;
        bool isUnchanged = before is not null
            && before.SamplesTaken == counters.SamplesTaken
            && before.Epoch == node.Epoch
            && before.SamplesPublished == counters.SamplesPublished
            && before.SamplesAcknowledged == counters.SamplesAcknowledged
            && before.State == node.PublisherState
            && before.IsDrained == node.IsDrained
            && before.WaitingSamples == node.WaitingSamples
            && before.Trouble is null == node.Test.HasPassed;
        return isUnchanged ? before! : New(node);
    }

    private static NodeView New(Node node) => new(
        node.Epoch,
        node.FirstSample,
        node.NextSample,
        node.IsInMemory,
        node.Counters.SamplesTaken,
        node.Counters.SamplesPublished,
        node.Counters.SamplesAcknowledged,
        node.SamplesEvicted,
        node.OldestPendingSample,
        node.WaitingSamples,
        node.PublisherState,
        node.IsDrained,
        [.. Enumerable.Range(0, node.ChannelCount).Select(i => (node.ChannelAt(i), node.Latest(i)))],
        TroubleOf(node.Test));

    // What the node itself knows to be wrong, the cause before what follows from it; null once it has passed its test.
    private static string? TroubleOf(Commissioning test) => test.HasPassed ? null : ((string Name, string State)[])
    [
        ("configuration", test.Configuration), ("flash", test.Flash), ("sensors", test.Sensors), ("network", test.Network),
        ("tls", test.Tls is "plain" ? "ok" : test.Tls), ("broker", test.Broker), ("time", test.Time), ("batch", test.Batch),
    ] is var checks && checks.FirstOrDefault(check => check.State != "ok") is { Name: not null } first
        ? $"{first.Name}: {first.State}"
        : "not yet";
}
