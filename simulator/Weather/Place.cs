namespace UlmEdge.Simulator.Weather;

/// <summary>A place where a node hangs.</summary>
/// <param name="Id">Node id: 1 to 32 of <c>a-z 0-9 -</c>.</param>
/// <param name="Name">The name as people write it.</param>
/// <param name="LatitudeDegrees">North positive.</param>
/// <param name="LongitudeDegrees">East positive.</param>
/// <param name="AltitudeMetres">Above sea level.</param>
public sealed record Place(
    string Id, string Name, double LatitudeDegrees, double LongitudeDegrees, double AltitudeMetres);
