using System.CommandLine;
using UlmEdge.App;
using UlmEdge.Core;
using UlmEdge.Simulator.Board;

namespace UlmEdge.Simulator.Runners;

/// <summary>Options that say what is fitted to a node.</summary>
internal static class SensorOptions
{
    /// <summary>Names of sensors with commas between them.</summary>
    public static Option<IReadOnlyList<string>?> Sensors(string name, string description)
    {
        const string Right = "names of sensors with commas between them, like bme280,sds011";
        return Options.Of<IReadOnlyList<string>?>(name, "A,B", description, Right, null, text => Checked(text.Split(',')));
    }

    /// <summary>The name of a station.</summary>
    public static Option<string?> StationName(string name, string description)
    {
        string right = string.Join(" or ", Stations.All.Keys);
        string all = string.Join("; ", Stations.All.Select(station => $"{station.Key} ({string.Join(", ", station.Value)})"));
        return Options.Of<string?>(name, "NAME", description + all, right, null, text =>
            Stations.All.ContainsKey(text)
                ? text
                : throw new FormatException(Options.Wrong(text, right) + Meant(text, Stations.All.Keys)));
    }

    private static string[] Checked(string[] sensors)
    {
        string[] known = SensorCatalog.All();
        if (sensors.FirstOrDefault(sensor => !known.Contains(sensor)) is { } unknown)
        {
            throw new FormatException($"'{unknown}' is no sensor{Meant(unknown, known)}; known are {string.Join(", ", known)}");
        }

        if (sensors.Length > Limits.SensorsConfiguredMax)
        {
            throw new FormatException($"has {sensors.Length} sensors; a node has at most {Limits.SensorsConfiguredMax}");
        }

        return sensors;
    }

    private static string Meant(string word, IEnumerable<string> known) =>
        NearestWord.To(word, known) is { } near ? $", did you mean {near}?" : string.Empty;
}
