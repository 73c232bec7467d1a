using CsCheck;
using UlmEdge.Simulator.Weather;
using Xunit;

namespace UlmEdge.Tests.Simulation;

/// <summary>The invented weather is plausible: in size, in pace, and in how its quantities hang together.</summary>
public sealed class ClimateWeatherTests
{
    private const long HourMs = 3_600_000;
    private const long DayMs = 24 * HourMs;
    private const int YearHours = 365 * 24;
    private const long NewYearMs = 1_735_689_600_000; // 2025
    private static readonly Place Minster = Streets.At(0);
    private static readonly Gen<long> Time = Gen.Long[0, 4_102_444_800_000]; // 1970 to 2100

    [Fact]
    public void The_same_seed_place_and_time_give_the_same_air_in_any_order() =>
        Gen.Select(Gen.ULong, Gen.Int[0, 500], Time, Time).Sample((seed, street, first, second) =>
        {
            var weather = new ClimateWeather(seed);
            var before = weather.At(Streets.At(street), first);
            weather.At(Streets.At(street), second);

            Assert.Equal(before, weather.At(Streets.At(street), first));
            Assert.Equal(before, new ClimateWeather(seed).At(Streets.At(street), first));
        });

    [Fact]
    public void Air_is_always_within_what_Ulm_can_have() =>
        Gen.Select(Gen.ULong, Gen.Int[0, 500], Time).Sample(
            (seed, street, unixMs) =>
            {
                var air = new ClimateWeather(seed).At(Streets.At(street), unixMs);
                Assert.InRange(air.TemperatureCelsius, -25, 42);
                Assert.InRange(air.HumidityPercent, 10, 100);
                Assert.InRange(air.PressurePascal, 90_000, 101_000);
            },
            iter: 20_000);

    [Fact]
    public void Nothing_jumps() =>
        Gen.Select(Gen.ULong, Gen.Int[0, 500], Time).Sample(
            (seed, street, unixMs) =>
            {
                var weather = new ClimateWeather(seed);
                var before = weather.At(Streets.At(street), unixMs);
                var minuteLater = weather.At(Streets.At(street), unixMs + 60_000);
                Assert.Equal(before.TemperatureCelsius, minuteLater.TemperatureCelsius, 0.15);
                Assert.Equal(before.HumidityPercent, minuteLater.HumidityPercent, 1.5);
                Assert.Equal(before.PressurePascal, minuteLater.PressurePascal, 5.0);
            },
            iter: 20_000);

    [Fact]
    public void A_year_has_the_climate_of_Ulm()
    {
        var year = Year(new ClimateWeather(1));

        Assert.Equal(9.5, year.Average(air => air.TemperatureCelsius), 2.0);
        Assert.Equal(95_950, year.Average(air => air.PressurePascal), 400.0);
        Assert.Equal(74, year.Average(air => air.HumidityPercent), 8.0);
        Assert.InRange(year.Min(air => air.TemperatureCelsius), -20, -3);
        Assert.InRange(year.Max(air => air.TemperatureCelsius), 25, 40);
    }

    [Fact]
    public void July_is_much_warmer_than_January()
    {
        var year = Year(new ClimateWeather(2));
        var january = year.Take(31 * 24).Average(air => air.TemperatureCelsius);
        var july = year.Skip(181 * 24).Take(31 * 24).Average(air => air.TemperatureCelsius);

        Assert.InRange(july - january, 12, 25);
    }

    [Fact]
    public void On_average_the_afternoon_is_warmest_and_driest_and_the_early_morning_the_reverse()
    {
        var year = Year(new ClimateWeather(3));
        var warmth = HourOfDay(year, air => air.TemperatureCelsius);
        var moisture = HourOfDay(year, air => air.HumidityPercent);

        Assert.InRange(Array.IndexOf(warmth, warmth.Max()), 12, 16); // UTC; solar noon is at 11:20
        Assert.InRange(Array.IndexOf(warmth, warmth.Min()), 2, 6);
        Assert.InRange(Array.IndexOf(moisture, moisture.Max()), 2, 6);
        Assert.InRange(Array.IndexOf(moisture, moisture.Min()), 12, 17);
    }

    [Fact]
    public void Pressure_changes_slowly_and_carries_the_tide_of_the_atmosphere()
    {
        var year = Year(new ClimateWeather(4)).Select(air => air.PressurePascal).ToArray();
        var dayToDay = Enumerable.Range(0, 364).Average(day => Math.Abs(year[24 * day + 24] - year[24 * day]));
        Assert.InRange(dayToDay, 150, 800);

        var course = HourOfDay([.. year.Select(pascal => new AirState(0, 0, pascal))], air => air.PressurePascal);
        Assert.True(course[9] > course[3] + 20 && course[9] > course[15] + 20, "high at 10 o'clock solar time");
    }

    [Fact]
    public void Places_differ_but_share_their_weather()
    {
        var weather = new ClimateWeather(5);
        var air = Streets.Take(Streets.Count).Select(place => weather.At(place, NewYearMs + 190 * DayMs)).ToList();

        Assert.Equal(air.Count, air.Select(state => state.TemperatureCelsius).Distinct().Count());
        Assert.InRange(air.Max(state => state.TemperatureCelsius) - air.Min(state => state.TemperatureCelsius), 0.5, 6);
    }

    [Fact]
    public void Poles_side_by_side_differ_a_little_all_year()
    {
        var weather = new ClimateWeather(5);
        var means = Enumerable.Range(0, 8).Select(pole => Enumerable.Range(0, 365).Average(day =>
            weather.At(Minster with { Id = $"pole-{pole}" }, NewYearMs + day * DayMs).TemperatureCelsius)).ToList();

        Assert.InRange(means.Max() - means.Min(), 0.3, 1.0);
    }

    [Fact]
    public void Higher_places_have_thinner_air()
    {
        var weather = new ClimateWeather(6);
        var above = weather.At(Minster with { AltitudeMetres = Minster.AltitudeMetres + 100 }, NewYearMs);

        Assert.Equal(1160, weather.At(Minster, NewYearMs).PressurePascal - above.PressurePascal, 60.0);
    }

    [Fact]
    public void Different_seeds_are_different_worlds() =>
        Assert.NotEqual(new ClimateWeather(7).At(Minster, NewYearMs), new ClimateWeather(8).At(Minster, NewYearMs));

    private static AirState[] Year(ClimateWeather weather) =>
        [.. Enumerable.Range(0, YearHours).Select(hour => weather.At(Minster, NewYearMs + hour * HourMs))];

    private static double[] HourOfDay(AirState[] year, Func<AirState, double> quantity) =>
        [.. Enumerable.Range(0, 24).Select(hour =>
            Enumerable.Range(0, 365).Average(day => quantity(year[24 * day + hour])))];
}
