namespace UlmEdge.Decoder;

/// <summary>One event of a node's black box.</summary>
/// <param name="Boot">The boot in which it happened.</param>
/// <param name="UptimeSeconds">When, in seconds since that boot began.</param>
/// <param name="Code">Its number, as the guide to the contract lists them.</param>
/// <param name="Detail">What the event says it is.</param>
public readonly record struct BlackBoxEvent(int Boot, int UptimeSeconds, int Code, int Detail);
