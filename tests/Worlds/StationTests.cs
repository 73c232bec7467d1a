using UlmEdge.Tests.EndToEnd;

namespace UlmEdge.Tests.Worlds;

/// <summary>Worlds whose nodes are full stations: eight sensors, sixteen channels, every binding with its strict chip.</summary>
public sealed class StationTests
{
    [Theory]
    [InlineData("ulm-standard", "1..3")]
    [InlineData("balcony", "4..6")]
    public async Task Every_promise_is_kept(string station, string seeds)
    {
        ProgramRun run = await ProgramRun.OfAsync($"soak --seeds {seeds} --nodes 2 --station {station} --json");
        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Equal((0, 0, 0), (run.Number("lost"), run.Number("repeated"), run.Number("invented")));
        Assert.True(run.Number("readings") >= 7 * run.Number("samples") / 2, run.ToString());
    }

    [Fact]
    public async Task In_drawn_weather_no_value_is_doubted()
    {
        ProgramRun run = await ProgramRun.OfAsync("soak --seeds 7..9 --nodes 2 --station ulm-standard --faults none --json");
        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Equal(0, run.Number("doubted"));
    }

    [Fact]
    public async Task In_three_recorded_months_fewer_than_one_value_of_a_thousand_is_doubted()
    {
        string file = Recordings.AmateurStation();
        ProgramRun run = await ProgramRun.OfAsync($"soak --seed 1 --days 80 --nodes 1 --faults none --weather {file} --json");
        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.True(run.Number("readings") > 300_000, run.ToString());
        Assert.InRange(run.Number("doubted"), 1, run.Number("readings") / 1000);
    }
}
