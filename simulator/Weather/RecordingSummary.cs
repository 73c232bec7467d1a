using System.Globalization;

namespace UlmEdge.Simulator.Weather;

/// <summary>What a recording holds, and what of it was not used.</summary>
/// <param name="File">As it was named.</param>
/// <param name="Rows">Rows that count.</param>
/// <param name="RepeatedRows">Rows left out because the row before has the same time.</param>
/// <param name="FirstUnixMs">Time of the first row.</param>
/// <param name="LastUnixMs">Time of the last row.</param>
/// <param name="TypicalStepMs">Median time from row to row.</param>
/// <param name="Gaps">Places where the next row comes so late that nothing is known in between.</param>
/// <param name="TemperaturesLeftOut">Rows whose temperature is missing, marked as invalid or not possible.</param>
/// <param name="HumiditiesLeftOut">Likewise.</param>
/// <param name="PressuresLeftOut">Likewise.</param>
public sealed record RecordingSummary(
    string File,
    int Rows,
    int RepeatedRows,
    long FirstUnixMs,
    long LastUnixMs,
    long TypicalStepMs,
    int Gaps,
    int TemperaturesLeftOut,
    int HumiditiesLeftOut,
    int PressuresLeftOut)
{
    /// <summary>One sentence for people.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{File}: {Rows} rows from {Minute(FirstUnixMs)} to {Minute(LastUnixMs)} UTC, about every "
        + $"{TypicalStepMs / 1000.0:0.#} s with {Gaps} gaps; left out: {TemperaturesLeftOut} temperatures, "
        + $"{HumiditiesLeftOut} humidities, {PressuresLeftOut} pressures, {RepeatedRows} repeated rows.");

    private static string Minute(long unixMs) => DateTimeOffset.FromUnixTimeMilliseconds(unixMs)
        .ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
