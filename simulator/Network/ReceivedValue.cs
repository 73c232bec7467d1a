namespace UlmEdge.Simulator.Network;

/// <summary>One record of a sample as it arrived.</summary>
/// <param name="Name">E.g. <c>temp</c>, or <c>temp.q</c> for the reasons why there is no temperature.</param>
/// <param name="Unit">E.g. <c>Cel</c>; null where there is none.</param>
/// <param name="Value">The number, digit by digit as it was sent.</param>
public readonly record struct ReceivedValue(string Name, string? Unit, decimal Value);
