using CsCheck;
using UlmEdge.Simulator.Weather;

namespace UlmEdge.Tests.Simulation;

/// <summary>What is in a street hangs together, is never impossible, and depends on nothing but place and time.</summary>
public sealed class StreetLifeTests
{
    private const long HourMs = 3_600_000;
    private const long DayMs = 24 * HourMs;
    private const long Monday2026 = 1_767_571_200_000; // 2026-01-05T00:00:00Z

    private static readonly Gen<(int Seed, int Place, long UnixMs)> Moments = Gen.Select(
        Gen.Int[0, 10_000], Gen.Int[0, 60], Gen.Long[Monday2026, Monday2026 + (730 * DayMs)]);

    [Fact]
    public void Nothing_is_impossible_and_sizes_contain_each_other() => Moments.Sample(
        (seed, place, unixMs) =>
        {
            StreetState state = At(seed, place, unixMs);
            Assert.True(state.Pm1 > 0 && state.Pm1 <= state.Pm25 && state.Pm25 <= state.Pm4 && state.Pm4 <= state.Pm10, $"{state}");
            Assert.InRange(state.Pm10, 1, 150);
            Assert.InRange(state.CarbonDioxidePpm, 400, 700);
            Assert.InRange(state.SoundDecibels, 35, 80);
            Assert.InRange(state.RainMillimetresPerHour, 0, 60);
            Assert.InRange(state.WindMetresPerSecond, 0, 20);
            Assert.InRange(state.BatteryVolts, 3.3, 4.2);
            Assert.InRange(state.Pollution, 1, 5);
        },
        iter: 20_000);

    [Fact]
    public void It_is_a_function_of_place_and_time_in_any_order() => Moments.Array[2, 8].Sample(
        moments => Assert.Equal(
            moments.Select(moment => At(moment.Seed, moment.Place, moment.UnixMs)),
            moments.Reverse().Select(moment => At(moment.Seed, moment.Place, moment.UnixMs)).Reverse()),
        iter: 500);

    [Fact]
    public void Nothing_jumps_within_a_second() => Moments.Sample(
        (seed, place, unixMs) =>
        {
            StreetState now = At(seed, place, unixMs);
            StreetState then = At(seed, place, unixMs + 1000);
            Assert.InRange(then.Pm10 - now.Pm10, -0.5, 0.5);
            Assert.InRange(then.CarbonDioxidePpm - now.CarbonDioxidePpm, -1, 1);
            Assert.InRange(then.SoundDecibels - now.SoundDecibels, -0.5, 0.5);
            Assert.InRange(then.WindMetresPerSecond - now.WindMetresPerSecond, -0.5, 0.5);
            Assert.InRange(then.BatteryVolts - now.BatteryVolts, -0.001, 0.001);
        },
        iter: 5_000);

    [Fact]
    public void Rush_hours_are_louder_and_dirtier_than_nights_and_workdays_than_sundays()
    {
        StreetState[] rush = [.. Weeks().Select(week => At(1, 0, week + (7 * HourMs)))];
        StreetState[] night = [.. Weeks().Select(week => At(1, 0, week + (2 * HourMs)))];
        StreetState[] sunday = [.. Weeks().Select(week => At(1, 0, week + (6 * DayMs) + (7 * HourMs)))];
        Assert.True(rush.Average(state => state.SoundDecibels) > night.Average(state => state.SoundDecibels) + 5);
        Assert.True(rush.Average(state => state.SoundDecibels) > sunday.Average(state => state.SoundDecibels) + 2);
        Assert.True(rush.Average(state => state.Pollution) > night.Average(state => state.Pollution));
    }

    [Fact]
    public void Rain_washes_particles_out_and_calm_gathers_what_people_give_off()
    {
        StreetState[] hours = [.. Enumerable.Range(0, 24 * 365).Select(hour => At(3, 4, Monday2026 + (hour * HourMs)))];
        StreetState[] wet = [.. hours.Where(state => state.RainMillimetresPerHour > 1)];
        StreetState[] dry = [.. hours.Where(state => state.RainMillimetresPerHour == 0)];
        Assert.InRange(wet.Length, 50, 2_000);
        Assert.True(wet.Average(state => state.Pm25) < 0.7 * dry.Average(state => state.Pm25));
        Assert.True(wet.Average(state => state.WindMetresPerSecond) > dry.Average(state => state.WindMetresPerSecond));
        StreetState[] calm = [.. hours.Where(state => state.WindMetresPerSecond < 0.5)];
        StreetState[] windy = [.. hours.Where(state => state.WindMetresPerSecond > 3)];
        Assert.True(calm.Average(state => state.CarbonDioxidePpm) > windy.Average(state => state.CarbonDioxidePpm) + 5);
        Assert.InRange(hours.Average(state => state.Pm25), 5, 20); // UBA: about 10 in German cities.
        Assert.InRange(hours.Sum(state => state.RainMillimetresPerHour), 400, 1_500); // Ulm: about 750 mm a year.
    }

    [Fact]
    public void A_recording_drives_wind_and_supply_and_the_rest_goes_with_its_air()
    {
        using StringReader csv = new(
            """
            timestamp,date,temperature (*C),humidity (%),pressure (hPa),wind_speed (km/h),wind_direction,battery_voltage (V)
            1613977312,2021-02-22T08:01:52+01:00,14.38,31,1001.28,7.20,3.0,12.6
            1613977911,2021-02-22T08:11:51+01:00,12.88,41,998.05,,6.0,12.3
            """);
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, csv.ReadToEnd());
            RecordedWeather weather = Recording.Load(file);
            StreetState first = weather.StreetAt(Streets.At(0), 1_613_977_312_000);
            Assert.Equal(2.0, first.WindMetresPerSecond, 1e-9);
            Assert.Equal(4.2, first.BatteryVolts, 1e-9);
            Assert.InRange(first.CarbonDioxidePpm, 400, 700);
            StreetState second = weather.StreetAt(Streets.At(0), 1_613_977_911_000);
            Assert.False(double.IsNaN(second.WindMetresPerSecond)); // Not recorded then: made up.
            Assert.Equal(4.1, second.BatteryVolts, 1e-9);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static IEnumerable<long> Weeks() => Enumerable.Range(0, 52).Select(week => Monday2026 + (week * 7 * DayMs));

    private static StreetState At(int seed, int place, long unixMs) =>
        new ClimateWeather((ulong)seed).StreetAt(Streets.At(place), unixMs);
}
