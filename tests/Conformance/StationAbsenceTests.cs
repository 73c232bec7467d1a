using UlmEdge.Ports;

namespace UlmEdge.Tests.Conformance;

/// <summary>What befalls one sensor of a full station is named with its reason, at that sensor and at no other.</summary>
public sealed class StationAbsenceTests
{
    private const string Nothing = "";

    private readonly StationBench _bench = new();

    [Theory]
    [InlineData("bme280", "temp rh press", Absence.NotPresent)]
    [InlineData("sds011", "pm25 pm10", Absence.NoAnswer)]
    [InlineData("scd4x", "co2 temp2 rh2", Absence.NotPresent)]
    [InlineData("dnms", "laeq lamin lamax", Absence.NotPresent)]
    [InlineData("battery", "batt", Absence.OutOfRange)]
    [InlineData("rain", Nothing, Absence.None)] // Nobody can tell a cut cable from dry and calm weather.
    [InlineData("wind", Nothing, Absence.None)]
    public void An_unplugged_sensor_is_missing_with_its_reason(string sensor, string channels, Absence reason)
    {
        _bench.Sample(5);
        _bench.Chips[sensor].Unplug();
        AssertMissing(_bench.Sample(2), channels, reason);
        _bench.Chips[sensor].Plug(_bench.UptimeUs);
        AssertMissing(_bench.Sample(5), Nothing, Absence.None);
    }

    [Theory]
    [InlineData("bme280", "temp rh press")]
    [InlineData("sds011", "pm25 pm10")]
    [InlineData("scd4x", "co2 temp2 rh2")]
    [InlineData("dnms", "laeq lamin lamax")]
    public void One_that_no_longer_measures_is_frozen(string sensor, string channels)
    {
        _bench.Sample(5);
        _bench.Chips[sensor].Freeze(_bench.UptimeUs);
        AssertMissing(_bench.Sample(3), channels, Absence.Frozen);
        _bench.Chips[sensor].Recover(_bench.UptimeUs);
        AssertMissing(_bench.Sample(5), Nothing, Absence.None);
    }

    [Fact]
    public void A_microphone_that_hears_nothing()
    {
        _bench.Street = _bench.Street with { SoundDecibels = 11 };
        AssertMissing(_bench.Sample(3), "laeq lamin lamax", Absence.OutOfRange);
    }

    private static void AssertMissing(IReadOnlyDictionary<string, Reading> readings, string channels, Absence reason)
    {
        Assert.Equal(
            channels.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(),
            readings.Where(reading => reading.Value.Absence != Absence.None).Select(reading => reading.Key).Order());
        Assert.All(
            readings.Values.Where(reading => reading.Absence != Absence.None), reading => Assert.Equal(reason, reading.Absence));
    }
}
