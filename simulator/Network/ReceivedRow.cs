namespace UlmEdge.Simulator.Network;

/// <summary>The records of one time in a message.</summary>
/// <param name="Seconds">The time: Unix seconds, or uptime.</param>
/// <param name="FirstSample">Number of its first sample.</param>
/// <param name="SampleCount">Samples that it stands for: 1, or more in a summary.</param>
/// <param name="Values">Its records.</param>
public sealed record ReceivedRow(decimal Seconds, int FirstSample, int SampleCount, IReadOnlyList<ReceivedValue> Values);
