namespace UlmEdge.Tests.SeededBugs;

/// <summary>A defect that is put into a copy of the firmware, where the simulator has to find it.</summary>
/// <param name="Name">What is wrong, in a few words.</param>
/// <param name="File">The source, from the repository's root.</param>
/// <param name="Before">A text that stands there exactly once.</param>
/// <param name="After">What is put in its place.</param>
/// <param name="FoundBy">What the simulator is told: the fewest worlds or lives that show it.</param>
public sealed record SeededBug(string Name, string File, string Before, string After, string FoundBy)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}
