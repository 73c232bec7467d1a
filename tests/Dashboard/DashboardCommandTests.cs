using UlmEdge.Simulator.Runners;
using UlmEdge.Tests.EndToEnd;

namespace UlmEdge.Tests.Dashboard;

/// <summary>The page as its user starts it.</summary>
[Collection(nameof(StreetRuns))]
public sealed class DashboardCommandTests
{
    [Fact]
    public async Task It_shows_what_is_published_on_a_broker_and_ends_by_itself()
    {
        await using Street street = await Street.OpenAsync(new StreetPlan { Nodes = 2, Speed = 20, Seed = 3 }, default);
        street.SwitchOn();
        ProgramRun run = await ProgramRun.OfAsync($"dashboard --broker {street.BrokerAddress} --for 4s");
        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"^Dashboard: http://127\.0\.0\.1:\d+/$", run.Output[0]);
        Assert.Matches(@"^2 nodes, [1-9]\d* samples received; 0 messages could not be read\.$", run.Output[^1]);
    }

    [Theory]
    [InlineData("dashboard", "dashboard needs --broker mqtt://host:port")]
    [InlineData("dashboard --broker mqtt://127.0.0.1:9", "--broker 'mqtt://127.0.0.1:9' cannot be reached")]
    [InlineData("live --no-dashboard --dashboard-port 8080", "--no-dashboard and an address for it")]
    [InlineData("dashboard --broker mqtt://127.0.0.1:9 --fleet nowhere.csv", "'nowhere.csv' cannot be read")]
    [InlineData("soak --seeds 1..2 --show", "--show replays one world once")]
    [InlineData("soak --seed 1 --dashboard-port 8080", "are for the page of --show")]
    [InlineData("live --dashboard-host street", "'street' is not an IP address like 127.0.0.1")]
    public async Task Wrong_input_is_one_sentence(string arguments, string complaint)
    {
        ProgramRun run = await ProgramRun.OfAsync(arguments);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(complaint, Assert.Single(run.Error));
    }

    [Fact]
    public async Task A_fleet_file_is_read_whole_before_anything_begins()
    {
        string path = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(path, "id,place\na,Donau\n", TestContext.Current.CancellationToken);
            ProgramRun run = await ProgramRun.OfAsync($"dashboard --broker mqtt://127.0.0.1:9 --fleet {path}");
            Assert.Equal(2, run.ExitCode);
            Assert.Contains("the top row: it lacks the column latitude", Assert.Single(run.Error));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task Without_it_live_has_no_page()
    {
        ProgramRun run = await ProgramRun.OfAsync("live --nodes 1 --for 1s --no-dashboard");
        Assert.DoesNotContain(run.Output, line => line.StartsWith("Dashboard", StringComparison.Ordinal));
    }
}
