using System.Globalization;

namespace UlmEdge.Simulator.Runners;

/// <summary>Durations as people type them: 500ms, 30s, 5m, 1.5h.</summary>
internal static class Durations
{
    private static readonly (string Unit, double Seconds)[] Units = [("ms", 0.001), ("s", 1), ("m", 60), ("h", 3600)];

    /// <summary>Reads a duration longer than nothing and not longer than 31 days.</summary>
    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = TimeSpan.Zero;
        foreach ((string unit, double seconds) in Units)
        {
            if (text.EndsWith(unit, StringComparison.Ordinal)
                && double.TryParse(text[..^unit.Length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double count)
                && count * seconds is > 0 and <= 31 * 24 * 3600.0)
            {
                duration = TimeSpan.FromSeconds(count * seconds);
                return true;
            }
        }

        return false;
    }
}
