namespace UlmEdge.Simulator.Network;

/// <summary>One sample of one node as it arrived; (Node, Epoch, Number) names it for ever.</summary>
public sealed record ReceivedSample(
    string Node, int Epoch, int Number, decimal UnixSeconds, IReadOnlyList<ReceivedValue> Values);
