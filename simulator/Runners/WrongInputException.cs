namespace UlmEdge.Simulator.Runners;

/// <summary>The user asked for something that cannot be; the message is one sentence that says what would be right.</summary>
public sealed class WrongInputException(string sentence) : Exception(sentence);
