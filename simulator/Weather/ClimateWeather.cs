namespace UlmEdge.Simulator.Weather;

/// <summary>Weather as it could be in Ulm: invented from a seed, and plausible in size, pace and connection.</summary>
/// <remarks>
/// Climate: Ulm 1991–2020, annual mean 9 °C, coldest in mid-January, warmest in mid-July (DWD). Everything is a smooth
/// function of time; nothing jumps. High pressure goes with clear skies and so with large daily swings.
/// </remarks>
public sealed class ClimateWeather(ulong seed) : IWeather
{
    private const double MsPerHour = 3600e3;
    private const double HoursPerDay = 24;
    private const double HoursPerYear = 365.2425 * HoursPerDay;
    private const double YearMeanCelsius = 9.0;
    private const double YearSwingCelsius = 9.5;
    private const double ColdestHour = 16 * HoursPerDay; // 17 January
    private const double ReferenceMetres = 478;
    private const double LapseCelsiusPerMetre = 0.0065; // International Standard Atmosphere, ISO 2533
    private const double SeaLevelPascal = 101700; // mean over southern Germany
    private const double PressureSwingPascal = 2400;
    private const double WarmestSolarHour = 15;

    private readonly ValueNoise _pressureSystems = Noise(seed, "pressure systems", 72);
    private readonly ValueNoise _pressureTroughs = Noise(seed, "pressure troughs", 26);
    private readonly ValueNoise _airMass = Noise(seed, "air mass", 84);
    private readonly ValueNoise _fronts = Noise(seed, "fronts", 20);
    private readonly ValueNoise _clouds = Noise(seed, "clouds", 15);
    private readonly StreetLife _street = new(seed);
    private readonly ValueNoise _moisture = Noise(seed, "moisture", 30);

    /// <inheritdoc/>
    public AirState At(Place place, long unixMs)
    {
        var hours = unixMs / MsPerHour;
        var here = Microclimate.Of(seed, place);
        var summer = Summer(hours);
        var system = 0.75 * _pressureSystems.At(hours) + 0.25 * _pressureTroughs.At(hours);
        var cloud = Sigmoid(0.3 - 3 * system + 1.8 * _clouds.At(hours));

        var day = DayMeanCelsius(hours, summer);
        var temperature = day
            + DailyCourse(SolarHour(place, hours) - here.LagHours) * DailySwing(summer, cloud)
            + HeatIsland(place, hours, here, cloud)
            + here.OffsetCelsius
            + 0.15 * new ValueNoise(here.FlutterSeed, 0.5).At(hours)
            - LapseCelsiusPerMetre * (place.AltitudeMetres - ReferenceMetres);
        var dewPoint = DewPoint(temperature, day - Dryness(hours, summer, cloud));
        var pressure = StationPressure(place, day, SeaLevelPascal + PressureSwingPascal * system) + Tide(place, hours);
        return new AirState(temperature, HumidAir.HumidityPercent(temperature, dewPoint), pressure);
    }

    /// <inheritdoc/>
    public StreetState StreetAt(Place place, long unixMs) => _street.At(place, unixMs, At(place, unixMs));

    private static ValueNoise Noise(ulong seed, string name, double knotHours) =>
        new(SeededNumbers.Derive(seed, name), knotHours);

    /// <summary>-1 in the middle of winter, 1 in the middle of summer.</summary>
    private static double Summer(double hours) => -Math.Cos(2 * Math.PI * (hours - ColdestHour) / HoursPerYear);

    /// <summary>The temperature without night and day: the season, and the air that is over the city.</summary>
    private double DayMeanCelsius(double hours, double summer) =>
        YearMeanCelsius + YearSwingCelsius * summer + 7.5 * _airMass.At(hours) + 2.0 * _fronts.At(hours);

    /// <summary>Local mean solar time: the sun needs an hour for 15 degrees of longitude.</summary>
    private static double SolarHour(Place place, double hours) => hours + place.LongitudeDegrees / 15;

    /// <summary>1 at 15 o'clock, -1 at 5 o'clock solar time: a cosine whose clock runs faster in the morning.</summary>
    private static double DailyCourse(double solarHour)
    {
        const double morningHaste = 0.28; // ten hours up, fourteen hours down
        var angle = 2 * Math.PI * (solarHour - WarmestSolarHour) / HoursPerDay;
        return Math.Cos(angle - morningHaste * (1 - Math.Cos(angle)));
    }

    /// <summary>Half the range from night to day: 1.5 °C on dull winter days, 7 °C on clear summer days.</summary>
    private static double DailySwing(double summer, double cloud) => (4.8 + 2.2 * summer) * (1 - 0.65 * cloud);

    /// <summary>The city cools less in clear nights (Oke, Boundary Layer Climates, 1987, section 8.4).</summary>
    private static double HeatIsland(Place place, double hours, Microclimate here, double cloud)
    {
        var night = 0.5 - 0.5 * DailyCourse(SolarHour(place, hours));
        return here.Urbanity * (0.5 + 2.0 * night * (1 - cloud));
    }

    /// <summary>How far the dew point lies below the day's mean temperature: most on clear summer days.</summary>
    private double Dryness(double hours, double summer, double cloud) =>
        4.0 + 1.5 * summer + 2.5 * (0.5 - cloud) + 1.5 * _moisture.At(hours);

    /// <summary>The slow dew point, bent to stay below the temperature: dew and fog take the rest.</summary>
    private static double DewPoint(double temperature, double slowDewPoint)
    {
        const double bendCelsius = 0.6;
        var spread = temperature - slowDewPoint;
        return temperature - bendCelsius * Math.Log(1 + Math.Exp(spread / bendCelsius));
    }

    /// <summary>The barometric formula with the mean temperature of the air below (WMO-No. 8, 3.6).</summary>
    private static double StationPressure(Place place, double dayCelsius, double seaLevelPascal)
    {
        const double gravityOverGasConstant = 9.80665 / 287.05;
        var meanKelvin = 273.15 + dayCelsius + LapseCelsiusPerMetre * ReferenceMetres / 2;
        return seaLevelPascal * Math.Exp(-gravityOverGasConstant * place.AltitudeMetres / meanKelvin);
    }

    /// <summary>The tide of the atmosphere (Haurwitz 1956): highest at about 10 and 22 solar time.</summary>
    private static double Tide(Place place, double hours)
    {
        var cosine = Math.Cos(place.LatitudeDegrees * Math.PI / 180);
        var angle = 4 * Math.PI * SolarHour(place, hours) / HoursPerDay + 158 * Math.PI / 180;
        return 116 * cosine * cosine * cosine * Math.Sin(angle);
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
}
