namespace UlmEdge.Simulator.Runners;

/// <summary>What the user asked of <c>decode</c>.</summary>
/// <param name="Files">The files; <c>-</c> for standard input.</param>
/// <param name="Node">The node of a payload that does not name it, or null.</param>
/// <param name="Targets">Where the samples are written.</param>
public sealed record DecodeOptions(IReadOnlyList<string> Files, string? Node, SampleTargets Targets);
