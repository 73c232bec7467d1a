namespace UlmEdge.Simulator.Runners;

/// <summary>Durations as people type them: 500ms, 30s, 5m, 1.5h.</summary>
internal static class Durations
{
    private const double SecondsMax = 31 * 24 * 3600;

    private static readonly (string Unit, double Seconds)[] Units = [("ms", 0.001), ("s", 1), ("m", 60), ("h", 3600)];

    /// <summary>Reads a duration longer than nothing and not longer than 31 days.</summary>
    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = TimeSpan.Zero;
        foreach ((string unit, double seconds) in Units)
        {
            if (text.EndsWith(unit, StringComparison.Ordinal)
                && Decimals.TryParse(text[..^unit.Length], out double count)
                && count * seconds is > 0 and <= SecondsMax)
            {
                duration = TimeSpan.FromSeconds(count * seconds);
                return true;
            }
        }

        return false;
    }
}
