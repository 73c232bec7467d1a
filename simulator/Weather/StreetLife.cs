namespace UlmEdge.Simulator.Weather;

/// <summary>What weather and people put into a street: rain, wind, particles, gases, noise; and the charge of what hangs there.</summary>
/// <remarks>
/// A pure function of place, time and air, smooth in time. It hangs together: fronts of the same pressure systems that
/// <see cref="ClimateWeather"/> has bring wind and rain, rain washes particles out, calm cold nights gather them and what breathes and
/// burns, and traffic makes noise, gases and dust at the same hours. Sizes are those of German cities in the last years (UBA: annual
/// means of PM10 about 15 and PM2.5 about 10 µg/m³; carbon dioxide above a background of about 425 ppm); how the parts are
/// weighted is assumed.
/// </remarks>
internal sealed class StreetLife(ulong seed)
{
    private const double MsPerHour = 3600e3;
    private const double CivilHoursAhead = 1; // CET; people's summer time is left out.
    private const double WashOutHours = 3;

    private readonly ValueNoise _systems = Noise(seed, "pressure systems", 72);
    private readonly ValueNoise _clouds = Noise(seed, "clouds", 15);
    private readonly ValueNoise _moisture = Noise(seed, "moisture", 30);
    private readonly ValueNoise _showers = Noise(seed, "showers", 1.3);
    private readonly ValueNoise _wind = Noise(seed, "wind", 18);
    private readonly ValueNoise _squalls = Noise(seed, "squalls", 0.9);
    private readonly ValueNoise _haze = Noise(seed, "haze", 60);

    /// <summary>The state of a street.</summary>
    /// <param name="place">Where.</param>
    /// <param name="unixMs">When, in Unix milliseconds.</param>
    /// <param name="air">The air there and then; what is unknown of it counts as mild.</param>
    public StreetState At(Place place, long unixMs, AirState air)
    {
        double hours = unixMs / MsPerHour;
        ulong own = SeededNumbers.Derive(seed, place.Id + " street");
        double busyness = 0.35 + (0.65 * SeededNumbers.Unit(own, 0));
        double traffic = busyness * Traffic(hours);
        double stoves = Bell(CivilHour(hours), 20.5, 2.2) * Sigmoid((6 - Mild(air)) / 3);
        double windNow = Wind(hours);
        double gust = Math.Max(0, windNow * (1 + (0.3 * new ValueNoise(SeededNumbers.Bits(own, 1), 0.02).At(hours))));
        double rain = Rain(hours);
        double stillness = 1 / (1 + (windNow / 1.5));
        double inversion = stillness * Sigmoid((8 - Mild(air)) / 4);
        double cleanness = Math.Exp(-0.5 * RecentRain(hours));
        double fine = (4 + (4 * (1 + _haze.At(hours))) + (14 * inversion) + (16 * stoves * stillness)) * cleanness
            + (5 * traffic * stillness) + Flutter(own, 2, hours, 0.4);
        double coarse = (2 + (9 * traffic * (0.4 + stillness))) * cleanness + Flutter(own, 3, hours, 0.3);
        fine = Math.Max(1, fine);
        coarse = Math.Max(0.5, coarse);
        return new StreetState
        {
            Pm1 = 0.68 * fine,
            Pm25 = fine,
            Pm4 = fine + (0.3 * coarse),
            Pm10 = fine + coarse,
            CarbonDioxidePpm = 424 + (22 * stillness * NightShare(hours)) + (60 * traffic * stillness) + (15 * stoves)
                + Flutter(own, 4, hours, 3),
            Pollution = 1 + (1.4 * traffic * stillness) + (0.8 * stoves * stillness),
            SoundDecibels = Sound(own, hours, traffic, rain, windNow),
            RainMillimetresPerHour = rain,
            WindMetresPerSecond = gust,
            BatteryVolts = Battery(own, hours),
        };
    }

    // Fronts rain: where pressure is low and the air moist; showers pass within an hour.
    private double Rain(double hours)
    {
        double wetness = (0.7 * _clouds.At(hours)) + (0.6 * _moisture.At(hours)) - (1.1 * _systems.At(hours))
            + (0.7 * _showers.At(hours)) - 1.15;
        return wetness <= 0 ? 0 : 7 * Math.Pow(wetness, 1.4);
    }

    // Millimetres of the last hours, the last one most.
    private double RecentRain(double hours)
    {
        double sum = 0;
        for (double ago = 0; ago < WashOutHours; ago += 0.5)
        {
            sum += 0.5 * Rain(hours - ago) * (1 - (ago / WashOutHours));
        }

        return sum;
    }

    // Lows bring wind; afternoons are windier than nights.
    private double Wind(double hours)
    {
        double force = 1.6 + (1.4 * _wind.At(hours)) - (1.5 * _systems.At(hours)) + (0.5 * _squalls.At(hours))
            + (0.6 * Bell(CivilHour(hours), 15, 4));
        return Math.Max(0, force - 0.4);
    }

    // Two rush hours on workdays, a long low day on others, a seventh of it at night.
    private static double Traffic(double hours)
    {
        double hour = CivilHour(hours);
        double day = 0.14 + (0.55 * Bell(hour, 13, 5));
        double rush = (0.5 * Bell(hour, 7.8, 1.1)) + (0.45 * Bell(hour, 17.2, 1.6));
        return day + (rush * Workday(hours));
    }

    // 1 on workdays, 0 at weekends, smooth around midnight; 1970-01-01 was a Thursday.
    private static double Workday(double hours)
    {
        double weekHours = (hours + CivilHoursAhead + (3 * 24)) % 168;
        return Sigmoid(weekHours / 0.5) * Sigmoid((120 - weekHours) / 0.5);
    }

    private static double Sound(ulong own, double hours, double traffic, double rain, double wind)
    {
        double street = 40 + (12 * Math.Log10(1 + (45 * traffic)));
        double weather = 2.5 * Math.Log10(1 + (3 * rain)) + (0.6 * Math.Max(0, wind - 3));
        return street + weather + (2.5 * new ValueNoise(SeededNumbers.Bits(own, 5), 0.03).At(hours));
    }

    // A lithium cell that a small panel charges by day.
    private static double Battery(ulong own, double hours) =>
        3.82 + (0.16 * Math.Sin(2 * Math.PI * (CivilHour(hours) - 10.5) / 24)) + (0.08 * SeededNumbers.Signed(own, 6));

    private static double Flutter(ulong own, int index, double hours, double size) =>
        size * new ValueNoise(SeededNumbers.Bits(own, index), 0.15).At(hours);

    private static double NightShare(double hours) => 0.5 - (0.5 * Math.Cos(2 * Math.PI * (CivilHour(hours) - 15.5) / 24));

    private static double CivilHour(double hours) => (hours + CivilHoursAhead) % 24;

    private static double Mild(AirState air) => double.IsNaN(air.TemperatureCelsius) ? 10 : air.TemperatureCelsius;

    // On a clock's face: an hour before midnight is near to one after it.
    private static double Bell(double hour, double middle, double width)
    {
        double distance = Math.Abs(hour - middle);
        distance = Math.Min(distance, 24 - distance);
        return Math.Exp(-0.5 * distance * distance / (width * width));
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    private static ValueNoise Noise(ulong seed, string name, double knotHours) => new(SeededNumbers.Derive(seed, name), knotHours);
}
