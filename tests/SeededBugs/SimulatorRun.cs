namespace UlmEdge.Tests.SeededBugs;

/// <summary>What a run of the simulator came to.</summary>
/// <param name="ExitCode">Not 0 if a promise was broken.</param>
/// <param name="Output">All that it wrote.</param>
/// <param name="Time">How long it took.</param>
public sealed record SimulatorRun(int ExitCode, string Output, TimeSpan Time)
{
    private const string Start = "BROKEN: seed ";

    /// <summary>What a checker said, behind the word for it; null if none did.</summary>
    public string? Broken => Output.Split('\n')
        .FirstOrDefault(line => line.StartsWith(Start, StringComparison.Ordinal))?[Start.Length..].Trim();
}
