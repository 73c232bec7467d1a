namespace UlmEdge.Tests.NanoSurface;

/// <summary>Formats of numbers that the board writes out literally, and those it knows.</summary>
internal static class NumberFormatCases
{
    private const string Rule = "number-format";
    private const string Fields = "private int n; private double d; private string format;";

    public static IEnumerable<PlantedCase> All =>
    [
        PlantedCase.Body("CustomDouble", Rule, """string text = d.ToString("0.00");""", Fields),
        PlantedCase.Body("CustomInt", Rule, """string text = n.ToString("00");""", Fields),
        PlantedCase.Body("CustomHash", Rule, """string text = $"{n:#,##0}";""", Fields),
        PlantedCase.Body("CustomInStringFormat", Rule, """string text = string.Format("{{a}} {0:0.0}", d);""", Fields),
        PlantedCase.Body("CustomWithAlignment", Rule, """string text = $"{d,8:0.0}";""", Fields),
        PlantedCase.Body("Percent", Rule, """string text = d.ToString("P1");""", Fields),
        PlantedCase.Body("RoundTrip", Rule, """string text = d.ToString("R");""", Fields),
        PlantedCase.Body("FormatFromAField", Rule, "string text = n.ToString(format);", Fields),
        PlantedCase.Body("TextFromAField", Rule, "string text = string.Format(format, n);", Fields),
        PlantedCase.Fine(
            "FormatF2",
            """string text = d.ToString("F2") + $"{d:F2}" + string.Format("{0,8:F2}", d);""",
            Fields),
        PlantedCase.Fine("FormatOfInt", """string text = n.ToString("D2") + n.ToString("X4") + $"{n:D3}";""", Fields),
        PlantedCase.Fine(
            "FormatOfDate",
            """DateTime now = DateTime.UtcNow; string text = now.ToString("yyyy-MM-dd HH:mm");"""),
        PlantedCase.Fine(
            "FormatOfDateInterpolated",
            """DateTime now = DateTime.UtcNow; string text = $"{now:HH:mm}";"""),
    ];
}
