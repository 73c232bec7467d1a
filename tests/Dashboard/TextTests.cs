using System.Text.RegularExpressions;
using UlmEdge.Tests.NanoSurface;

namespace UlmEdge.Tests.Dashboard;

/// <summary>The page speaks both languages alike.</summary>
public sealed class TextTests
{
    private static readonly Regex Key = new(@"(?:^|[ ,])""?([\w-]+)""?: """);

    [Fact]
    public void Both_languages_have_the_same_words()
    {
        string source = File.ReadAllText(Checkout.PathOf("simulator/Dashboard/Assets/texts.js"));
        string[][] keys = [.. Regex.Matches(source, @"^  (?:en|de): \{(.*?)^  \},", RegexOptions.Multiline | RegexOptions.Singleline)
            .Select(block => Key.Matches(block.Groups[1].Value).Select(key => key.Groups[1].Value).ToArray())];
        Assert.Equal(2, keys.Length);
        Assert.True(keys[0].Length > 40);
        Assert.Equal(keys[0], keys[1]);
        string page = File.ReadAllText(Checkout.PathOf("simulator/Dashboard/Assets/index.html"));
        string[] used = [.. Regex.Matches(page, "data-(?:text|label)=\"([^\"]+)\"").Select(match => match.Groups[1].Value)];
        Assert.All(used, key => Assert.Contains(key, keys[0]));
    }
}
