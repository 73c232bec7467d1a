using UlmEdge.Tests.EndToEnd;

namespace UlmEdge.Tests.Provisioning;

/// <summary>What a node would only say on its console, <c>check</c> says at the desk.</summary>
public sealed class FileCheckTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ulmedge-check-").FullName;

    [Theory]
    [InlineData("""{"sensors":["bme280"],"alarms":[{"channel":"co2","above":1500}]}""", "alarms: co2 is no channel of this node; it is left out")]
    [InlineData(
        """{"sensors":["bme280"],"calibrations":[{"channel":"pm25","offset":1,"date":"2026-11-20","by":"TH Ulm"}]}""",
        "calibrations: pm25 is no channel of this node; it is left out")]
    [InlineData(
        """{"sensors":["bme280"],"intervals":[{"sensor":"sds011","seconds":300}]}""",
        "intervals: sds011 is none of the sensors; it is left out")]
    [InlineData(
        """{"board":"esp32-c3-devkit","sensors":["bme280","rain"]}""",
        "sensors: rain needs a pulse counter, which esp32-c3-devkit does not have; it is left out")]
    [InlineData("""{"sensors":["rain","rain"]}""", "sensors: rain needs a pulse counter, which another one has; it is left out")]
    [InlineData("""{"sensors":["bme281"]}""", "sensors has \"bme281\"; known are ")]
    public async Task What_a_node_would_leave_out_is_one_sentence(string configuration, string sentence)
    {
        ProgramRun run = await CheckAsync(configuration);
        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith($"ulmedge: {PathOfFile}: {sentence}", Assert.Single(run.Error));
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task What_fits_is_sound()
    {
        ProgramRun run = await CheckAsync(
            """
            {"board":"esp32-devkit","sensors":["bme280","sds011","rain"],"intervals":[{"sensor":"sds011","seconds":300}],
             "alarms":[{"channel":"pm25","above":50}],
             "calibrations":[{"channel":"temp","offset":-0.35,"date":"2026-11-20","by":"TH Ulm"}]}
            """);
        Assert.Equal((0, $"{PathOfFile}: sound"), (run.ExitCode, Assert.Single(run.Output)));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string PathOfFile => Path.Combine(_folder, "ulmedge.json");

    private Task<ProgramRun> CheckAsync(string configuration)
    {
        File.WriteAllText(PathOfFile, configuration);
        return ProgramRun.OfAsync($"check {PathOfFile}");
    }
}
