namespace UlmEdge.Simulator.Weather;

/// <summary>The one source of physical truth in a simulated world.</summary>
/// <remarks>A pure function: the same place and time give the same air, in any order and from any thread.</remarks>
public interface IWeather
{
    /// <summary>The air at a place.</summary>
    /// <param name="place">Where.</param>
    /// <param name="unixMs">When, in Unix milliseconds.</param>
    AirState At(Place place, long unixMs);

    /// <summary>What else there is at a place.</summary>
    /// <param name="place">Where.</param>
    /// <param name="unixMs">When, in Unix milliseconds.</param>
    StreetState StreetAt(Place place, long unixMs);
}
