namespace UlmEdge.Simulator.Runners;

/// <summary>The user asked for something that cannot be; the sentence says what would be right.</summary>
public sealed class WrongInputException(string sentence) : Exception(sentence);
