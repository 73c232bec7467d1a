using System.Text.RegularExpressions;
using UlmEdge.Benchmarks.Report;

namespace UlmEdge.Tests.Tidy;

/// <summary>The page of the benchmarks shows what was measured, and nothing that somebody wrote into it.</summary>
public sealed class BenchmarkPageTests
{
    private const string Folder = "tests/Benchmarks";

    private static readonly Findings Findings = Findings.Parse(Sources.Read($"{Folder}/findings.json"));

    [Fact]
    public void The_page_is_made_of_the_findings() => Assert.Equal(Page.Of(Findings), Sources.Read($"{Folder}/README.md"));

    [Fact]
    public void So_are_the_plots()
    {
        FigureTable[] plotted = [.. Findings.Tables.Where(Plots.Has)];
        Assert.Equal(5, plotted.Length);
        Assert.All(plotted, table => Assert.Equal(Plots.Svg(table), Sources.Read($"{Folder}/{table.Key}.svg")));
    }

    [Fact]
    public void Everything_that_can_be_measured_was()
    {
        string[] keys = [.. Regex.Matches(Sources.Read($"{Folder}/Program.cs"), @"\(""(\w+)"", \w+Tables\.")
            .Select(match => match.Groups[1].Value)];
        Assert.Equal(8, keys.Length);
        Assert.Equal(keys.Order(), Findings.Tables.Select(table => table.Key).Order());
    }
}
