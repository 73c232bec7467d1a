namespace UlmEdge.Simulator.Weather;

/// <summary>How a place differs from the open land around the city.</summary>
/// <param name="OffsetCelsius">Warmer or colder at any time: asphalt, a courtyard, a river.</param>
/// <param name="LagHours">How much later than elsewhere the day arrives: shade and thermal mass.</param>
/// <param name="Urbanity">0 is open land, 1 the dense core: how much of the heat island a place gets.</param>
/// <param name="FlutterSeed">Its own small and quick ups and downs.</param>
internal readonly record struct Microclimate(
    double OffsetCelsius, double LagHours, double Urbanity, ulong FlutterSeed)
{
    private const double CentreLatitudeDegrees = 48.3985;
    private const double CentreLongitudeDegrees = 9.9926;
    private const double KilometresPerDegree = 111.2;
    private const double CoreRadiusKilometres = 1.5;
    private const double OffsetCelsiusMax = 0.4;
    private const double LagHoursMax = 0.7;

    /// <summary>The differences of a place in a world.</summary>
    public static Microclimate Of(ulong seed, Place place)
    {
        var own = SeededNumbers.Derive(seed, place.Id);
        var north = (place.LatitudeDegrees - CentreLatitudeDegrees) * KilometresPerDegree;
        var east = (place.LongitudeDegrees - CentreLongitudeDegrees) * KilometresPerDegree
            * Math.Cos(CentreLatitudeDegrees * Math.PI / 180);
        var distance = (north * north + east * east) / (CoreRadiusKilometres * CoreRadiusKilometres);
        return new Microclimate(
            OffsetCelsiusMax * SeededNumbers.Signed(own, 0),
            LagHoursMax * SeededNumbers.Unit(own, 1),
            Math.Exp(-distance),
            SeededNumbers.Bits(own, 2));
    }
}
