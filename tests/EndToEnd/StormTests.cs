using System.Text.Json;
using UlmEdge.Simulator.Load;

namespace UlmEdge.Tests.EndToEnd;

/// <summary>A district that comes back at once, over real sockets: with what spreads its nodes, and without.</summary>
[Collection(nameof(StreetRuns))]
public sealed class StormTests
{
    [Fact]
    public async Task Nothing_is_lost_either_way_and_the_figures_stand_side_by_side()
    {
        ProgramRun run = await ProgramRun.OfAsync("load --storm --nodes 100 --backlog 3m --json");
        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Equal(0, run.Number("lost"));
        JsonElement spread = run.Json.GetProperty("spread");
        JsonElement alike = run.Json.GetProperty("alike");
        Assert.All([spread, alike], storm => Assert.True(storm.GetProperty("samples").GetInt32() >= 100 * 10));
        Assert.All([spread, alike], storm => Assert.InRange(storm.GetProperty("attemptsPerSecond").GetInt32(), 1, 100));
        Assert.All(run.Output[^9..^1], row => Assert.Matches(@" \d+(\.\d)? +\d+(\.\d)?$", row));
    }

    [Theory]
    [InlineData("load --backlog 1h", "--backlog is for a --storm")]
    [InlineData("load --storm --ramp 3s", "--ramp and --storm")]
    [InlineData("load --storm --broker mqtt://127.0.0.1:9", "--broker 'mqtt://127.0.0.1:9' cannot be reached")]
    [InlineData("load --unchecked --broker mqtt://127.0.0.1:9", "--broker 'mqtt://127.0.0.1:9' cannot be reached")]
    public async Task Wrong_input_is_one_sentence(string arguments, string complaint)
    {
        ProgramRun run = await ProgramRun.OfAsync(arguments);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(complaint, Assert.Single(run.Error));
    }

    [Fact]
    public void A_peak_is_the_most_in_any_second_not_in_a_full_one()
    {
        Rates rates = new();
        foreach (double second in new[] { 0.1, 0.7, 0.8, 1.2, 1.65, 5 })
        {
            rates.Take(TimeSpan.FromSeconds(second));
        }

        Assert.Equal((6, 4, 5.1), (rates.Count, rates.PeakPerSecond, rates.Last.TotalSeconds));
    }
}
