using UlmEdge.Simulator.Network;
using UlmEdge.Simulator.Runners;
using UlmEdge.Simulator.Weather;

namespace UlmEdge.Tests.EndToEnd;

/// <summary>Recorded weather through chip, driver, batches, broker: what was recorded arrives, and no more.</summary>
[Collection(nameof(StreetRuns))]
public sealed class RecordingTests
{
    // The chip at oversampling × 1: 16 bits each (BST-BME280-DS002, sections 3.4 and 1), and our own rounding.
    private const double TemperatureTolerance = 0.005 + 0.005;
    private const double HumidityTolerance = 0.008 + 0.005;
    private const double PressureTolerance = 2.62 + 0.5;

    // A row counts for one and a half of the recording's steps of ten minutes.
    private const long HoldSeconds = 900;

    // A sample has whole seconds of the board's clock, which is itself set to the nearest one.
    private const long ClockSeconds = 2;
    private const int RowsAround = 15;

    [Fact]
    public async Task Values_equal_the_recording_and_its_gaps_stay_gaps()
    {
        (string header, StationRow[] rows) = StationRow.Read(Recordings.AmateurStation());
        int gap = Array.FindIndex(rows, RowsAround, row => GapAfter(rows, row) is > 1500 and < 5000);
        StationRow[] some = rows[(gap - RowsAround)..(gap + RowsAround)];
        IReadOnlyList<ReceivedSample> samples = await ReplayAsync(header, some);
        AssertAsRecorded(samples, some);
        Assert.True(samples.Count(sample => Valid(some, sample).Length == 0) > 3, "samples fell into the gap");
        Assert.True(samples.Count(sample => Value(sample, "temp") is not null) > 100, "samples had values");
    }

    [Fact]
    public async Task A_humidity_that_cannot_be_true_is_not_measured()
    {
        (string header, StationRow[] rows) = StationRow.Read(Recordings.AmateurStation());
        int odd = Array.FindIndex(rows, RowsAround, row => !row.HasHumidity);
        StationRow[] some = rows[(odd - RowsAround)..(odd + RowsAround)];
        AssertAsRecorded(await ReplayAsync(header, some), some);
    }

    private static long GapAfter(StationRow[] rows, StationRow row)
    {
        int next = Array.IndexOf(rows, row) + 1;
        return next < rows.Length ? rows[next].UnixSeconds - row.UnixSeconds : 0;
    }

    private static async Task<IReadOnlyList<ReceivedSample>> ReplayAsync(string header, StationRow[] rows)
    {
        string file = Path.GetTempFileName();
        try
        {
            await File.WriteAllLinesAsync(
                file, [header, .. rows.Select(row => row.Line)], TestContext.Current.CancellationToken);
            StreetPlan plan = new()
            {
                Nodes = 2,
                Speed = 3600,
                IntervalSeconds = 120,
                Seed = 5,
                Recording = Recording.Load(file),
            };
            await using Street street = await Street.OpenAsync(plan, TestContext.Current.CancellationToken);
            ReceivedSamples received = new(street);
            street.SwitchOn();
            long end = plan.Recording.Summary.LastUnixMs;
            await Eventually.HoldsAsync(() => street.Clock.UnixMs >= end, "the recording ends");
            await street.DrainAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, street.Tally().Lost);
            return received.All;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static void AssertAsRecorded(IReadOnlyList<ReceivedSample> samples, StationRow[] rows)
    {
        Assert.NotEmpty(samples);
        foreach (ReceivedSample sample in samples)
        {
            StationRow[] valid = Valid(rows, sample);
            AssertOneOf(Value(sample, "temp"), valid.Select(row => row.Temperature), TemperatureTolerance, sample);
            AssertOneOf(Value(sample, "press"), valid.Select(row => row.Pressure), PressureTolerance, sample);
            AssertOneOf(
                Value(sample, "rh"),
                valid.Where(row => row.HasHumidity).Select(row => row.Humidity),
                HumidityTolerance,
                sample);
        }
    }

    // The rows that count at a sample's time; two when it was taken just as one took over from the other.
    private static StationRow[] Valid(StationRow[] rows, ReceivedSample sample)
    {
        long time = (long)sample.UnixSeconds;
        return [.. new[] { time - ClockSeconds, time + ClockSeconds }
            .Select(at => rows.LastOrDefault(row => row.UnixSeconds <= at && at - row.UnixSeconds <= HoldSeconds))
            .OfType<StationRow>()
            .Distinct()];
    }

    private static double? Value(ReceivedSample sample, string name) =>
        sample.Values.Where(value => value.Name == name).Select(value => (double?)value.Value).SingleOrDefault();

    private static void AssertOneOf(
        double? value, IEnumerable<double> recorded, double tolerance, ReceivedSample sample)
    {
        Assert.True(
            value is null || recorded.Any(truth => Math.Abs(truth - value.Value) <= tolerance),
            $"{value} is none of {string.Join(", ", recorded)} in {sample}");
    }
}
