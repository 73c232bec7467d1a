namespace UlmEdge.Simulator.Weather;

/// <summary>One line of a recording, in our units; NaN where it has no value.</summary>
internal readonly record struct RecordedRow(long UnixMs, AirState Air);
