using System.Globalization;

namespace UlmEdge.Simulator.Runners;

/// <summary>Numbers as people type them: digits and at most one point; no exponent, no sign.</summary>
internal static class Decimals
{
    /// <summary>Reads a number.</summary>
    public static bool TryParse(string text, out double number) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
}
