namespace UlmEdge.Simulator.Runners;

/// <summary>Consecutive numbers of one epoch that one boot gave to samples.</summary>
/// <param name="Epoch">The epoch.</param>
/// <param name="First">The first number.</param>
/// <param name="End">One after the last.</param>
/// <param name="IsInMemory">Whether the epoch is one that this boot lived in memory, since the flash was given up.</param>
/// <param name="Waiting">Samples of an epoch in memory that wait for the broker.</param>
/// <param name="Dropped">Samples of an epoch in memory that gave way.</param>
/// <param name="Life">The boot.</param>
public sealed record Stretch(int Epoch, int First, int End, bool IsInMemory, int Waiting, int Dropped, NodeLife Life)
{
    /// <summary>Samples.</summary>
    public int Count => End - First;
}
