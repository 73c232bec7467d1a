using System.Text.Json;

namespace UlmEdge.Tests.EndToEnd;

/// <summary>The main job over the embedded broker.</summary>
[Collection(nameof(StreetRuns))]
public sealed class LiveTests
{
    [Fact]
    public async Task Twelve_nodes_lose_nothing()
    {
        ProgramRun run = await ProgramRun.OfAsync("live --nodes 12 --for 5s --speed 60 --plain --json");
        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Empty(run.Error);
        Assert.Equal(12, run.Number("nodes"));
        Assert.Equal(0, run.Number("lost"));
        Assert.Equal(0, run.Number("pending"));
        Assert.True(run.Number("samples") > 12 * 50, run.ToString());
        Assert.Equal(run.Number("samples"), run.Number("published"));
        Assert.Equal(run.Number("samples"), run.Number("acknowledged"));
        Assert.Equal(run.Number("samples"), run.Number("received"));
    }

    /// <summary>Streets side by side: each waits for its own time to pass.</summary>
    [Fact]
    public Task Other_payloads_lose_nothing_either() => EachAsync(
        ["cbor", "compact"],
        async payload =>
        {
            ProgramRun run = await ProgramRun.OfAsync($"live --nodes 6 --for 3s --speed 60 --payload {payload} --plain --json");
            Assert.True(run.ExitCode == 0, run.ToString());
            Assert.Equal((0, 0), (run.Number("lost"), run.Number("pending")));
            Assert.True(run.Number("samples") > 100, run.ToString());
            Assert.Equal(run.Number("samples"), run.Number("received"));
        });

    [Fact]
    public Task Nodes_with_many_sensors_lose_nothing() => EachAsync(
        ["--station ulm-standard", "--station balcony", "--sensors bme680,sen55,sht4x,pms5003"],
        async fitted =>
        {
            ProgramRun run = await ProgramRun.OfAsync($"live --nodes 3 {fitted} --for 5s --speed 60 --plain --json");
            Assert.True(run.ExitCode == 0, run.ToString());
            Assert.Equal((0, 0), (run.Number("lost"), run.Number("pending")));
            Assert.InRange(run.Number("samples"), 3 * 4, 3 * 10);
            Assert.Equal(run.Number("samples"), run.Number("received"));
        });

    [Fact]
    public async Task The_last_line_is_the_promised_JSON_object()
    {
        ProgramRun run = await ProgramRun.OfAsync("--nodes 1 --for 2s --speed 30 --json");
        Assert.Equal(
            "command nodes samples published acknowledged received lost repeated pending seconds",
            string.Join(' ', run.Json.EnumerateObject().Select(property => property.Name)));
        Assert.Equal("live", run.Json.GetProperty("command").GetString());
        Assert.Equal(JsonValueKind.Number, run.Json.GetProperty("seconds").ValueKind);
        Assert.InRange(run.Json.GetProperty("seconds").GetDouble(), 1.9, 60);
    }

    [Fact]
    public async Task The_first_batch_is_seen_within_five_seconds_at_defaults()
    {
        ProgramRun run = await ProgramRun.OfAsync("--for 5s");
        Assert.True(run.ExitCode == 0, run.ToString());
        int first = Array.FindIndex(run.Output, line => line.StartsWith("First batch after", StringComparison.Ordinal));
        int end = Array.FindIndex(run.Output, line => line.StartsWith("The time is up", StringComparison.Ordinal));
        Assert.True(first >= 0 && first < end, run.ToString());
    }

    [Fact]
    public async Task Being_asked_to_stop_ends_it_cleanly_with_a_summary()
    {
        ProgramRun run = await ProgramRun.StoppedAfterAsync(
            TimeSpan.FromSeconds(3), "live --nodes 3 --speed 20 --json");
        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Contains(run.Output, line => line.StartsWith("Stopped.", StringComparison.Ordinal));
        Assert.True(run.Number("received") > 0, run.ToString());
        Assert.Equal(0, run.Number("lost"));
    }

    private static Task EachAsync(string[] cases, Func<string, Task> check) => Task.WhenAll(cases.Select(check));
}
