using System.Text.RegularExpressions;

namespace UlmEdge.Tests.Tidy;

/// <summary>How a sensor comes in is told alike in both languages, and with code that is really there.</summary>
public partial class DeviceGuideTests
{
    private static readonly string[] Languages = ["devices/README.md", "devices/README.de.md"];

    [Fact]
    public void Every_snippet_stands_in_its_file()
    {
        foreach (string guide in Languages)
        {
            (string File, string Code)[] snippets = [.. Snippets(guide)];
            Assert.True(snippets.Length >= 6, $"{guide}: {snippets.Length} snippets");
            Assert.All(snippets, snippet =>
            {
                string[] source = Sources.Lines(snippet.File);
                Assert.All(snippet.Code.TrimEnd('\n').Split('\n'), line => Assert.Contains(line, source));
            });
        }
    }

    [Fact]
    public void Both_languages_have_the_same_sections_rows_lists_code_and_commands()
    {
        string[][] shapes = [.. Languages.Select(Shape)];
        Assert.Equal(shapes[0], shapes[1]);
        Assert.True(shapes[0].Length > 40);
    }

    [Fact]
    public void Every_binding_has_its_row_and_its_readme()
    {
        string[] shared = ["Bus", "Registers", "Sensirion", "Serial", "Particulates", "Samples", "Template"];
        string[] bindings = [.. Directory.GetDirectories(Path.Combine(Sources.Root, "devices")).Select(Path.GetFileName)
            .OfType<string>().Where(name => char.IsUpper(name[0])).Except(shared)];
        Assert.True(bindings.Length >= 13);
        Assert.All(Languages, guide =>
        {
            string text = Sources.Read(guide);
            Assert.All(bindings, binding => Assert.Contains($"({binding}/README.md)", text));
        });
        string table = Sources.Read(Languages[0]);
        Assert.All(App.SensorCatalog.All().Where(name => !name.Contains('@')), name => Assert.Contains($"`{name}`", table));
    }

    private static IEnumerable<(string File, string Code)> Snippets(string guide) => Snippet().Matches(Sources.Read(guide))
        .Select(match => (match.Groups["file"].Value, match.Groups["code"].Value));

    // What must not differ by language: levels of headings, how many rows and items, code, commands, linked files.
    private static string[] Shape(string guide) => [.. Part().Matches(Sources.Read(guide)).Select(part =>
        part.Groups["level"].Value + part.Groups["row"].Value + part.Groups["item"].Value + part.Groups["code"].Value
        + part.Groups["link"].Value.Replace(".de.md", ".md"))];

    [GeneratedRegex(@"<!-- snippet: (?<file>.*?) -->\n```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Snippet();

    [GeneratedRegex(
        @"^(?<level>#+) |^(?<row>\|)|^(?<item>- )|^```\w*\n(?<code>.*?)^```|\]\((?<link>(?!https?:)[^)#]+)",
        RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Part();
}
