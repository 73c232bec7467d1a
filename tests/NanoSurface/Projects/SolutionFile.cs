using System.Text.RegularExpressions;

namespace UlmEdge.Tests.NanoSurface;

/// <summary>UlmEdge.sln, as far as it concerns the board's projects.</summary>
internal sealed partial class SolutionFile
{
    private SolutionFile(string text)
    {
        Text = text;
        Projects = Project().Matches(text)
            .Select(match => new SolutionProject(
                match.Groups["type"].Value, match.Groups["path"].Value.Replace('\\', '/'), match.Groups["guid"].Value))
            .ToList();
    }

    public string Text { get; }

    public IReadOnlyList<SolutionProject> Projects { get; }

    public static SolutionFile Read() => new(File.ReadAllText(Checkout.PathOf("UlmEdge.sln")));

    /// <summary>What a project does in a configuration: ActiveCfg, Build.0, Deploy.0.</summary>
    public IEnumerable<string> StepsOf(string guid, string configuration) => Steps().Matches(Text)
        .Where(match => match.Groups["guid"].Value == guid && match.Groups["configuration"].Value == configuration)
        .Select(match => match.Groups["step"].Value);

    [GeneratedRegex("""Project\("(?<type>\{[^}]*\})"\) = "[^"]*", "(?<path>[^"]*)", "(?<guid>\{[^}]*\})"\s""")]
    private static partial Regex Project();

    [GeneratedRegex(
        @"^\s*(?<guid>\{[^}]*\})\.(?<configuration>\w+)\|Any CPU\.(?<step>[\w.]+) = ", RegexOptions.Multiline)]
    private static partial Regex Steps();
}
