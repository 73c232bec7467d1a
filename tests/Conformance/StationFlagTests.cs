using UlmEdge.Ports;
using UlmEdge.Simulator.Chips;
using UlmEdge.Simulator.Weather;

namespace UlmEdge.Tests.Conformance;

/// <summary>What makes values of a full station doubtful is named with its cause, at that sensor and at no other.</summary>
public sealed class StationFlagTests
{
    private readonly StationBench _bench = new();

    [Fact]
    public void A_station_in_order_has_every_value_and_no_doubt()
    {
        IReadOnlyDictionary<string, Reading> readings = _bench.Sample(10);
        Assert.Equal(16, readings.Count);
        Assert.All(readings.Values, reading => Assert.Equal((Absence.None, Quality.Good), (reading.Absence, reading.Quality)));
        Assert.All(_bench.Chips.Values, chip => Assert.Empty(chip.Violations));
    }

    [Fact]
    public void The_sun_on_one_of_three_thermometers()
    {
        _bench.Sample(5);
        _bench.ProbeError = 9;
        AssertDoubted(_bench.Sample(1), ("temp3", Quality.Rate | Quality.CrossCheck));
    }

    [Fact]
    public void Air_that_is_another_in_a_minute()
    {
        _bench.Sample(5);
        _bench.Air = _bench.Air with { TemperatureCelsius = _bench.Air.TemperatureCelsius + 12, HumidityPercent = 30 };
        AssertDoubted(
            _bench.Sample(1),
            ("temp", Quality.Rate), ("temp2", Quality.Rate), ("temp3", Quality.Rate),
            ("rh", Quality.Rate | Quality.CrossCheck), ("rh2", Quality.Rate | Quality.CrossCheck), ("press", Quality.CrossCheck));
    }

    [Fact]
    public void A_barometer_that_leaks()
    {
        _bench.Sample(5);
        _bench.Air = _bench.Air with { PressurePascal = 92_000 };
        AssertDoubted(_bench.Sample(1), ("press", Quality.Rate));
    }

    [Fact]
    public void A_membrane_that_is_soaked()
    {
        _bench.Air = new AirState(33, 99, 95_700);
        AssertDoubted(
            _bench.Sample(3),
            ("temp", Quality.CrossCheck), ("rh", Quality.CrossCheck), ("temp2", Quality.CrossCheck), ("rh2", Quality.CrossCheck));
    }

    [Fact]
    public void Particles_that_contradict_themselves()
    {
        _bench.Street = _bench.Street with { Pm25 = 31, Pm10 = 24 };
        AssertDoubted(_bench.Sample(3), ("pm25", Quality.CrossCheck), ("pm10", Quality.CrossCheck));
    }

    [Fact]
    public void A_laser_that_sees_its_own_dirt()
    {
        _bench.Sample(5);
        _bench.Street = _bench.Street with { Pm25 = 650, Pm10 = 950 };
        AssertDoubted(_bench.Sample(2), ("pm25", Quality.Range | Quality.Rate), ("pm10", Quality.Range | Quality.Rate));
    }

    [Fact]
    public void Breath_in_the_housing_and_a_gas_cell_that_is_blind()
    {
        _bench.Sample(5);
        _bench.Street = _bench.Street with { CarbonDioxidePpm = 4_200 };
        AssertDoubted(_bench.Sample(2), ("co2", Quality.Range | Quality.Rate));
        StreetState blind = _bench.Street with { CarbonDioxidePpm = 210 };
        StationBench other = new() { Street = blind };
        AssertDoubted(other.Sample(3), ("co2", Quality.Range));
    }

    [Fact]
    public void A_battery_that_nothing_could_run_on()
    {
        _bench.Sample(5);
        _bench.Street = _bench.Street with { BatteryVolts = 1.7 };
        AssertDoubted(_bench.Sample(2), ("batt", Quality.Range | Quality.Rate));
    }

    [Fact]
    public void A_contact_that_bounces_is_more_wind_than_there_is()
    {
        _bench.Sample(5);
        ((VirtualContact)_bench.Chips["wind"]).Bounces = 60;
        IReadOnlyDictionary<string, Reading> readings = _bench.Sample(2);
        Assert.All(new[] { readings["wind"], readings["gust"] }, reading => Assert.True(
            reading.Absence != Absence.None || reading.Quality == Quality.Range, $"{reading.Value} {reading.Absence} {reading.Quality}"));
    }

    [Fact]
    public void A_world_that_stands_still_is_stuck_where_nothing_can_stand_still()
    {
        _bench.IsAlive = false;
        AssertDoubted(_bench.Sample(62), ("co2", Quality.Stuck), ("laeq", Quality.Stuck));
        AssertDoubted(_bench.Sample(60), ("co2", Quality.Stuck), ("laeq", Quality.Stuck), ("press", Quality.Stuck));
    }

    private static void AssertDoubted(
        IReadOnlyDictionary<string, Reading> readings, params (string Channel, Quality Flags)[] expected)
    {
        Assert.Equal(
            expected.OrderBy(each => each.Channel),
            readings.Where(reading => reading.Value.Absence == Absence.None && reading.Value.Quality != Quality.Good)
                .Select(reading => (reading.Key, reading.Value.Quality)).OrderBy(each => each.Key));
    }
}
