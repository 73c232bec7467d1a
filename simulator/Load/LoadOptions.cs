using UlmEdge.Simulator.Network;

namespace UlmEdge.Simulator.Load;

/// <summary>What the user asked of <c>load</c>.</summary>
/// <param name="Nodes">How many nodes.</param>
/// <param name="For">How long they measure once all are there.</param>
/// <param name="Ramp">Over which time they are switched on.</param>
/// <param name="IntervalSeconds">Seconds between two samples.</param>
/// <param name="BatchSamples">Samples of a batch.</param>
/// <param name="Broker">The broker, or null for an embedded one.</param>
/// <param name="Root">What all topics begin with.</param>
/// <param name="IsUnchecked">Whether nobody subscribes: then what the broker has acknowledged counts as arrived.</param>
/// <param name="Json">A JSON object as the last line.</param>
public sealed record LoadOptions(
    int Nodes,
    TimeSpan For,
    TimeSpan Ramp,
    int IntervalSeconds,
    int BatchSamples,
    BrokerAddress? Broker,
    string Root,
    bool IsUnchecked,
    bool Json);
