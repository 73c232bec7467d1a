using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using UlmEdge.Ports;

namespace UlmEdge.Tests.Contract;

/// <summary>What the guide for backends shows is what is so.</summary>
public class GuideTests
{
    private static readonly string Guide = ContractFiles.Read("README.md");

    [Fact]
    public void The_messages_that_it_shows_are_the_examples()
    {
        MatchCollection shown = Regex.Matches(Guide, "<!-- example: (.*?) -->\n```json\n(.*?)```", RegexOptions.Singleline);
        Assert.True(shown.Count >= 4);
        Assert.Empty(
            from Match block in shown
            let file = block.Groups[1].Value
            where !JsonNode.DeepEquals(JsonNode.Parse(block.Groups[2].Value), JsonNode.Parse(ContractFiles.Read($"examples/{file}")))
            select file);
    }

    [Fact]
    public void It_explains_every_reason_for_a_missing_value() => Assert.Empty(
        from reason in Enum.GetValues<Absence>()
        where reason != Absence.None
        let number = (int)reason
        let row = $"| {number} | {number - 1} | {1 << (number - 1)} | `readings.{reason.ToString().ToLowerInvariant()}` |"
        where !Guide.Contains(row)
        select row);

    [Fact]
    public void It_names_every_topic_of_the_contract() => Assert.Empty(
        from Match address in Regex.Matches(ContractFiles.Read("asyncapi.yaml"), @"address: '\{root\}/\{node\}/([^']+)'")
        let topic = address.Groups[1].Value.Replace("{payload}", "json")
        where !Guide.Contains($"`{topic}`")
        select topic);
}
