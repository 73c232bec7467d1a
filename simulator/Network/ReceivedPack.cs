namespace UlmEdge.Simulator.Network;

/// <summary>One message with samples, as the contract has it.</summary>
/// <param name="Epoch">The life of the node's journal.</param>
/// <param name="Boot">The boot in which the samples were taken.</param>
/// <param name="FirstSample">Number of the first sample.</param>
/// <param name="SampleCount">Samples that the rows stand for.</param>
/// <param name="ThinnedSeconds">0, or the seconds that a row sums up.</param>
/// <param name="IsDated">Whether times are Unix seconds; else they are seconds of the boot's uptime.</param>
/// <param name="Rows">The rows, by time.</param>
public sealed record ReceivedPack(
    int Epoch, int Boot, int FirstSample, int SampleCount, int ThinnedSeconds, bool IsDated, IReadOnlyList<ReceivedRow> Rows);
