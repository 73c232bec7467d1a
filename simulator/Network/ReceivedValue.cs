namespace UlmEdge.Simulator.Network;

/// <summary>One record of a sample as it arrived, e.g. <c>temp</c>, <c>Cel</c>, 21.37, or <c>temp.q</c> with its quality bits.</summary>
public readonly record struct ReceivedValue(string Name, string? Unit, decimal Value);
