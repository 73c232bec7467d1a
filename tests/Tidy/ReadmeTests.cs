using System.Text.Json;
using System.Text.RegularExpressions;
using UlmEdge.Simulator.Weather;
using UlmEdge.Tests.EndToEnd;

namespace UlmEdge.Tests.Tidy;

/// <summary>What the READMEs show is what really happens, in both languages.</summary>
public partial class ReadmeTests
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("README.de.md")]
    public async Task The_transcript_is_what_the_program_prints(string readme)
    {
        Match shown = Transcript().Match(Sources.Read(readme));
        Assert.True(shown.Success, "no transcript");
        ProgramRun run = await ProgramRun.OfAsync(shown.Groups["arguments"].Value);
        Assert.Equal(0, run.ExitCode);
        string[] shapes = [.. run.Output.Select(Shape)];
        string[] lines = shown.Groups["lines"].Value.Trim().Split('\n');
        Assert.Empty(from line in lines where !shapes.Contains(Shape(line)) select line);
        Assert.Equal(Shape(run.Output[0]), Shape(lines[0]));
        Assert.Equal(Shape(run.Output[^1]), Shape(lines[^1]));
    }

    [Fact]
    public void Both_languages_have_the_same_sections_commands_and_examples()
    {
        string[] english = Skeleton(Sources.Read("README.md"));
        string[] german = Skeleton(Sources.Read("README.de.md").Replace(".de.md", ".md"));
        Assert.Equal(english, german);
        Assert.True(english.Length > 10);
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.de.md")]
    public void The_pack_that_is_shown_is_senml_as_the_firmware_writes_it(string readme)
    {
        string pack = Regex.Match(Sources.Read(readme), "```json\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;
        Assert.StartsWith("[{\"bn\":\"ulm/v1/donau-07/\",\"bt\":1795291200,\"n\":\"batch\",\"vs\":\"3.417.88231.2\"}", pack);
        Assert.Equal(
            Core.SenmlJsonTests.ContractExample,
            Regex.Replace(pack, @"\s+", ""));
        Assert.Equal(7, JsonDocument.Parse(pack).RootElement.GetArrayLength());
    }

    [Fact]
    public void Every_link_to_a_file_leads_somewhere()
    {
        var broken =
            from path in Sources.Below(".", "*.md")
            from Match link in Regex.Matches(Sources.Read(path), @"\]\((?!https?:)([^)#]+)(#[^)]*)?\)")
            let target = Path.Combine(Sources.Root, Path.GetDirectoryName(path)!, link.Groups[1].Value)
            where !File.Exists(target) && !Directory.Exists(target)
            select $"{path}: {link.Groups[1].Value}";
        Assert.Empty(broken);
    }

    // Headings as levels, code blocks without their comments, files that are linked: what must not differ by language.
    private static string[] Skeleton(string text) => [..
        from Match part in SkeletonPart().Matches(text)
        let code = Regex.Replace(part.Groups["code"].Value, @"\s+#.*$", "", RegexOptions.Multiline)
        select part.Groups["level"].Value + code + part.Groups["link"].Value];

    // Numbers and the names of nodes differ from run to run.
    private static string Shape(string line)
    {
        string shape = Regex.Replace(line, @"-?\d+([.,:]\d+)*", "0");
        return Regex.Replace(shape, string.Join('|', Streets.Take(100).Select(place => $@"\b{place.Id}\b")), "node");
    }

    [GeneratedRegex(
        @"^(?<level>#+) |^```\w*\n(?<code>.*?)^```|\]\((?<link>(?!https?:)(?!README)[^)]+)\)",
        RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex SkeletonPart();

    [GeneratedRegex(@"<!-- transcript: (?<arguments>.*?) -->\n```\n(?<lines>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Transcript();
}
