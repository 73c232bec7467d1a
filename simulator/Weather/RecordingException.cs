namespace UlmEdge.Simulator.Weather;

/// <summary>A recording cannot be used; the message is one sentence that says where and what would be right.</summary>
public sealed class RecordingException(string message) : Exception(message);
