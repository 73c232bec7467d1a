using UlmEdge.Simulator.Load;

namespace UlmEdge.Tests.EndToEnd;

/// <summary>Many nodes without a thread for each, over real sockets.</summary>
[Collection(nameof(StreetRuns))]
public sealed class LoadTests
{
    [Fact]
    public async Task Two_hundred_nodes_lose_nothing_and_the_last_line_is_the_promised_object()
    {
        ProgramRun run = await ProgramRun.OfAsync("load --nodes 200 --for 4s --ramp 1s --interval 1 --batch 2 --json");
        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Equal(
            "command nodes samples batches perCpuSecond p50Ms p99Ms bytesPerNode lost",
            string.Join(' ', run.Json.EnumerateObject().Select(property => property.Name)));
        Assert.Equal((200, 0), (run.Number("nodes"), run.Number("lost")));
        Assert.InRange(run.Number("samples"), 200 * 4, 200 * 7);
        Assert.InRange(run.Number("batches"), 200 * 2, 200 * 5);
        Assert.True(run.Json.GetProperty("p50Ms").GetDouble() <= run.Json.GetProperty("p99Ms").GetDouble());
    }

    [Fact]
    public async Task Without_a_subscriber_acknowledgements_count()
    {
        ProgramRun run = await ProgramRun.OfAsync("load --nodes 20 --for 2s --ramp 1s --interval 1 --batch 1 --unchecked --json");
        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Equal(0, run.Number("lost"));
        Assert.Contains(run.Output, line => line.Contains("were acknowledged", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("load --broker mqtt://127.0.0.1:9", "--broker 'mqtt://127.0.0.1:9' cannot be reached")]
    [InlineData("load --broker mqtts://127.0.0.1:9", "--broker for load must be mqtt://")]
    [InlineData("load --nodes 0", "'0' is not a whole number from 1 to 50000")]
    public async Task Wrong_input_is_one_sentence(string arguments, string complaint)
    {
        ProgramRun run = await ProgramRun.OfAsync(arguments);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(complaint, Assert.Single(run.Error));
    }

    [Fact]
    public void Percentiles_are_those_of_what_was_taken()
    {
        Latencies latencies = new();
        Assert.Equal(0, latencies.Percentile(0.5));
        for (int i = 1; i <= 1000; i++)
        {
            latencies.Take(TimeSpan.FromMilliseconds(i - 0.05));
        }

        latencies.Take(TimeSpan.FromHours(1));
        Assert.Equal(501, latencies.Percentile(0.5), 0.2);
        Assert.Equal(991, latencies.Percentile(0.99), 0.2);
        Assert.Equal(60_000, latencies.Percentile(1), 0.2);
    }
}
