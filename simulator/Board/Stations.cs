namespace UlmEdge.Simulator.Board;

/// <summary>What is fitted to nodes that people build, by a name.</summary>
public static class Stations
{
    /// <summary>All of them.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> All = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        // What a city wants of a pole: weather, air, noise. Eight sensors with sixteen channels are as many as a node can have.
        ["ulm-standard"] = ["bme280", "sds011", "scd4x", "dnms", "rain", "wind", "battery", "ds18b20"],

        // What a maker hangs on a balcony for less than fifty euros.
        ["balcony"] = ["bme280", "sds011", "ds18b20"],
    };
}
