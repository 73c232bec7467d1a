namespace UlmEdge.Simulator.Faults;

/// <summary>A changing operation of a flash that is about to happen.</summary>
/// <param name="Name">The file.</param>
/// <param name="Content">What is to be written from its start on, or null when the file is to go.</param>
/// <param name="Length">How much of it.</param>
/// <param name="Appends">Whether what the file holds stays before it.</param>
public readonly record struct FlashChange(string Name, byte[]? Content, int Length, bool Appends);
