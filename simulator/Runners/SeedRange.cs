using System.Globalization;

namespace UlmEdge.Simulator.Runners;

/// <summary>A range of seeds, both ends included.</summary>
/// <param name="First">First seed.</param>
/// <param name="Last">Last seed.</param>
public sealed record SeedRange(int First, int Last)
{
    /// <summary>Seeds in the range.</summary>
    public int Count => Last - First + 1;

    /// <summary>Reads <c>7</c> or <c>1..2000</c>.</summary>
    public static bool TryParse(string text, out SeedRange range)
    {
        int dots = text.IndexOf("..", StringComparison.Ordinal);
        string first = dots < 0 ? text : text[..dots];
        string last = dots < 0 ? text : text[(dots + 2)..];
        bool isRange = int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out int from)
            & int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out int to);
        range = new SeedRange(from, to);
        return isRange && from <= to && to - from < 10_000_000;
    }
}
