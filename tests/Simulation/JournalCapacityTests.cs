using UlmEdge.Core;
using UlmEdge.Simulator.Faults;
using UlmEdge.Simulator.Weather;

namespace UlmEdge.Tests.Simulation;

/// <summary>How long an outage is survived with 256 kB of flash, half of it the journal's, at 60 s × 3 quantities and defaults.</summary>
public sealed class JournalCapacityTests(ITestOutputHelper output)
{
    private const int DaysInFullMin = 10;
    private const int DaysMin = 60;
    private const int DaysMax = 400;
    private const double ClosesPerHourMax = 12;

    // Segments, slots, and one file in the making.
    private const int JournalBytesMax = (Limits.SegmentsMax + 3) * SimulatedFlash.BlockBytes;
    private const long FirstUnixMs = 1_795_291_200_000;

    [Fact]
    public void An_outage_in_any_weather_is_survived()
    {
        Survive(new OutageBench(new ClimateWeather(4711), FirstUnixMs), DaysMax);
    }

    [Fact]
    public void An_outage_in_recorded_weather_is_survived()
    {
        RecordedWeather weather = Recording.Load(Recordings.AmateurStation());
        long days = (weather.Summary.LastUnixMs - weather.Summary.FirstUnixMs) / 86_400_000;
        Survive(new OutageBench(weather, weather.Summary.FirstUnixMs), (int)days);
    }

    private void Survive(OutageBench bench, int days)
    {
        bench.Run(days);
        output.WriteLine($"full resolution for {bench.DaysToThinning:F1} days ({bench.SamplesAtThinning} samples), first eviction after "
            + $"{bench.DaysToEviction?.ToString("F1") ?? $"more than {days}"} days, {bench.ClosesPerHour:F1} closes per hour, "
            + $"at most {bench.UsedBytesMost / 1024} kB in whole blocks");
        Assert.InRange(bench.DaysToThinning ?? DaysMax, DaysInFullMin, DaysMax);
        Assert.InRange(bench.DaysToEviction ?? days, DaysMin, DaysMax);
        Assert.InRange(bench.ClosesPerHour, 1, ClosesPerHourMax);
        Assert.InRange(bench.UsedBytesMost, 1, JournalBytesMax);
    }
}
