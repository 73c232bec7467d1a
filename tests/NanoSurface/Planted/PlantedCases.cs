namespace UlmEdge.Tests.NanoSurface;

/// <summary>All sources that are planted, by name.</summary>
internal static class PlantedCases
{
    public static IReadOnlyDictionary<string, PlantedCase> All { get; } = new[]
    {
        MissingApiCases.All, LanguageCases.All, StructureCases.All, TextCases.All, NumberFormatCases.All,
        NanCases.All, UnsignedCases.All, StaticInitialiserCases.All, ArithmeticCases.All,
    }.SelectMany(cases => cases).ToDictionary(planted => planted.Name);
}
