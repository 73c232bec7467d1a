using System.Text.Json;
using UlmEdge.Simulator.Faults;
using UlmEdge.Tests.EndToEnd;

namespace UlmEdge.Tests.Worlds;

/// <summary>Worlds from seeds, through the command line, as their user runs them.</summary>
public sealed class SoakTests
{
    [Theory]
    [InlineData("none")]
    [InlineData("usual")]
    [InlineData("harsh")]
    public async Task Every_promise_is_kept(string faults)
    {
        ProgramRun run = await ProgramRun.OfAsync($"soak --seeds 1..6 --days 1 --nodes 2 --faults {faults} --json");
        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Equal(6, run.Number("seeds"));
        Assert.Equal((0, 0, 0), (run.Number("lost"), run.Number("repeated"), run.Number("invented")));
        Assert.InRange(run.Json.GetProperty("nodeSeconds").GetInt64(), 6 * 2 * 86_400, long.MaxValue);
        Assert.Equal(faults != "none", run.Number("cuts") > 0);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("cbor")]
    [InlineData("compact")]
    public async Task Every_promise_is_kept_with_each_payload(string payload)
    {
        ProgramRun run = await ProgramRun.OfAsync($"soak --seeds 21..24 --nodes 2 --payload {payload} --json");
        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Equal((0, 0, 0), (run.Number("lost"), run.Number("repeated"), run.Number("invented")));
        Assert.True(run.Number("samples") > 4 * 1_440, run.ToString());
    }

    [Fact]
    public async Task Two_runs_of_a_seed_are_the_same_world()
    {
        ProgramRun run = await ProgramRun.OfAsync("soak --seeds 7..9 --nodes 2 --faults harsh --twice --json");
        Assert.True(run.ExitCode == 0, run.ToString());
    }

    [Fact]
    public async Task One_seed_shows_its_plan_and_picks_of_it_can_be_run_alone()
    {
        ProgramRun whole = await ProgramRun.OfAsync("soak --seed 11 --nodes 2 --faults harsh --json");
        Assert.True(whole.ExitCode == 0, whole.ToString());
        string[] plan = [.. whole.Output.Where(line => line.StartsWith("  #", StringComparison.Ordinal))];
        Assert.NotEmpty(plan);

        ProgramRun picked = await ProgramRun.OfAsync("soak --seed 11 --nodes 2 --faults harsh --only 0,1 --json");
        Assert.True(picked.ExitCode == 0, picked.ToString());
        Assert.Equal(plan[..2], picked.Output.Where(line => line.StartsWith("  #", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_last_line_names_every_kind_of_fault()
    {
        ProgramRun run = await ProgramRun.OfAsync("soak --seed 3 --nodes 1 --faults none --json");
        Assert.Equal(
            Enum.GetNames<FaultKind>().Select(JsonNamingPolicy.CamelCase.ConvertName),
            run.Json.GetProperty("faults").EnumerateObject().Select(property => property.Name));
        Assert.All(run.Json.GetProperty("faults").EnumerateObject(), property => Assert.Equal(0, property.Value.GetInt64()));
        string[] names = ["command", "seeds", "nodeSeconds", "samples", "lost", "repeated", "invented", "cuts", "nodeSecondsPerSecond"];
        Assert.All(names, name => Assert.True(run.Json.TryGetProperty(name, out _), name));
    }

    [Theory]
    [InlineData("soak --seed 1 --seeds 1..2", "--seed is one world")]
    [InlineData("soak --faults rain", "'rain' is not none, usual or harsh")]
    [InlineData("soak --only 3", "--only picks faults of one world's plan")]
    [InlineData("soak --seed 1 --only x", "'x' is not whole numbers with commas")]
    [InlineData("soak --seeds 9..3", "'9..3' is not a number, or a range")]
    [InlineData("soak --days 0", "'0' is not a whole number from 1 to 1000")]
    [InlineData("soak --weather nowhere.csv", "nowhere.csv")]
    public async Task Wrong_input_is_one_sentence(string arguments, string complaint)
    {
        ProgramRun run = await ProgramRun.OfAsync(arguments);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(complaint, Assert.Single(run.Error), StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task Stopped_it_says_what_it_did()
    {
        ProgramRun run = await ProgramRun.StoppedAfterAsync(TimeSpan.FromSeconds(1), "soak --seeds 1..100000 --nodes 1 --json");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains(run.Output, line => line.StartsWith("Stopped.", StringComparison.Ordinal));
    }
}
