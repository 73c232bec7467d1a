using System.Text.RegularExpressions;
using UlmEdge.Decoder;
using UlmEdge.Ports;
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

    [Theory]
    [InlineData("reasons", typeof(AbsenceReasons))]
    [InlineData("doubts", typeof(QualityFlags))]
    [InlineData("events", typeof(NodeEvent))]
    public void Every_reason_doubt_and_event_has_its_words(string list, Type codes)
    {
        string source = File.ReadAllText(Checkout.PathOf("simulator/Dashboard/Assets/texts.js"));
        Match both = Regex.Match(source, $@"export const {list} = \{{\s+en: \[(.*?)\],\s+de: \[(.*?)\],\s+\}};", RegexOptions.Singleline);
        int codesWithWords = codes.IsEnum ? Enum.GetValues(codes).Cast<object>().Distinct().Count() : 0;
        int expected = codes.IsDefined(typeof(FlagsAttribute), false) ? codesWithWords - 1 : codesWithWords; // Nothing needs no word.
        Assert.All([1, 2], i => Assert.Equal(expected, Regex.Count(both.Groups[i].Value, "\"[^\"]+\"")));
    }
}
