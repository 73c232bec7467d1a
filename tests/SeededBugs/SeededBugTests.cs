using UlmEdge.Tests.NanoSurface;

namespace UlmEdge.Tests.SeededBugs;

/// <summary>The simulator finds what it is said to find: with each bug a promise breaks, without one none does.</summary>
public sealed class SeededBugTests(BugRuns runs) : IClassFixture<BugRuns>
{
    [Theory]
    [MemberData(nameof(Names))]
    public async Task Bug_is_found(string name)
    {
        SimulatorRun run = await runs.OfAsync(name);

        Assert.True(run is { ExitCode: 1, Broken: not null }, $"{name} was not found, exit code {run.ExitCode}:\n{run.Output}");
    }

    [Fact]
    public async Task Without_bugs_the_same_runs_keep_every_promise()
    {
        using SimulatorCopy sound = new(null);
        foreach (string arguments in SeededBugs.All.Select(bug => bug.FoundBy).Distinct())
        {
            SimulatorRun run = await sound.RunAsync(arguments, TestContext.Current.CancellationToken);
            Assert.True(run.ExitCode == 0, $"{arguments}: exit code {run.ExitCode}:\n{run.Output}");
        }
    }

    [Fact]
    public void There_are_enough_bugs_and_no_two_of_a_name()
    {
        Assert.InRange(SeededBugs.All.Count, 20, int.MaxValue);
        Assert.Equal(SeededBugs.All.Count, SeededBugs.All.DistinctBy(bug => bug.Name).Count());
    }

    [Fact]
    public void The_table_has_a_row_for_every_bug()
    {
        string[] rows = File.ReadAllLines(Checkout.PathOf(BugTable.Path));

        Assert.All(
            SeededBugs.All, bug => Assert.Contains(rows, row => row.StartsWith(BugTable.StartOf(bug), StringComparison.Ordinal)));
        Assert.Equal(SeededBugs.All.Count, rows.Count(row => row.StartsWith("| ", StringComparison.Ordinal)) - 1);
    }

    public static TheoryData<string> Names() => [.. SeededBugs.All.Select(bug => bug.Name)];
}
