namespace UlmEdge.Simulator.Runners;

/// <summary>A message that somebody captured.</summary>
/// <param name="Line">Its line, from 1; 0 for a payload that is alone in its file.</param>
/// <param name="Topic">Its topic; null where it is not known.</param>
/// <param name="Payload">Its bytes.</param>
/// <param name="Fault">Why it cannot be had; null when all is well.</param>
internal sealed record CapturedMessage(int Line, string? Topic, byte[] Payload, string? Fault = null);
