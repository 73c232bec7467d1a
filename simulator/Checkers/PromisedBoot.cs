namespace UlmEdge.Simulator.Checkers;

/// <summary>What is known of a boot.</summary>
/// <param name="Boot">Its number.</param>
/// <param name="OffsetSeconds">Unix second of its uptime 0.</param>
/// <param name="IsOffered">Whether its clock was given to the journal.</param>
/// <param name="DatedUpTo">Samples of it below this number stood before a clock that the journal took.</param>
public readonly record struct PromisedBoot(int Boot, long OffsetSeconds, bool IsOffered, int DatedUpTo);
