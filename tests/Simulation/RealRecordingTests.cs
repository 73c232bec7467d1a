using UlmEdge.Simulator.Chips;
using UlmEdge.Simulator.Weather;
using Xunit;

namespace UlmEdge.Tests.Simulation;

/// <summary>Real recordings, if the machine has some: the repository holds none.</summary>
public sealed class RealRecordingTests
{
    private const string Folder = "ULMEDGE_RECORDINGS";

    [Fact]
    public void Every_recording_in_the_folder_can_be_played()
    {
        foreach (var path in Recordings())
        {
            var weather = Recording.Load(path);

            Assert.InRange(weather.Summary.Rows, 2, int.MaxValue);
            Assert.NotEqual(AirState.Unknown, weather.At(Streets.At(0), weather.Summary.FirstUnixMs));
            Assert.Equal(AirState.Unknown, weather.At(Streets.At(0), weather.Summary.FirstUnixMs - 1));
            TestContext.Current.SendDiagnosticMessage(weather.Summary.ToString());
        }
    }

    [Fact]
    public void A_chip_in_recorded_weather_measures_it()
    {
        foreach (var path in Recordings())
        {
            var weather = Recording.Load(path);
            var bench = ChipBench.Bme280(FactoryCalibration.Draw(1));
            bench.AirAt = uptimeUs => weather.At(Streets.At(0), weather.Summary.FirstUnixMs + uptimeUs / 1000);
            var decode = new FloatCompensation(bench);
            for (var hour = 0; hour < 24; hour++)
            {
                var truth = bench.AirAt(bench.UptimeUs);
                var data = bench.Measure();
                if (!double.IsNaN(truth.TemperatureCelsius))
                {
                    Assert.Equal(truth.TemperatureCelsius, decode.Celsius(data.Temperature), 0.005);
                }

                bench.Wait(3_600_000);
            }
        }
    }

    private static string[] Recordings()
    {
        var folder = Environment.GetEnvironmentVariable(Folder);
        Assert.SkipWhen(folder is null, $"No recordings here: {Folder} does not name a folder with weather files.");
        return [.. Directory.EnumerateFiles(folder!).Where(path => Path.GetExtension(path) is ".csv" or ".txt")];
    }
}
