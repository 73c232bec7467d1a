namespace UlmEdge.Tests.SeededBugs;

/// <summary>What becomes of samples that are summed up.</summary>
internal static class SummaryBugs
{
    public static IReadOnlyList<SeededBug> All { get; } =
    [
        new(
            "minimum and maximum are mixed up",
            "firmware/Core/Journal/Condenser.cs",
            "Output.Values[to] < minimum ?",
            "Output.Values[to] > minimum ?",
            Runs.ManyCuts),
        new(
            "a mean goes on from the stretch before",
            "firmware/Core/Journal/Condenser.cs",
            """
                            _sums[channel] = 0;

            """,
            "",
            Runs.ManyCuts),
        new(
            "an hour's mean takes ten minutes of one sample for as much as those of ten",
            "firmware/Core/Journal/Condenser.cs",
            "(long)input.SamplesOf(row) * input.Values[input.IsSummary ? from + 1 : from];",
            "(long)input.Values[input.IsSummary ? from + 1 : from];",
            Runs.ManyCuts),
        new(
            "a summary mixes two boots",
            "firmware/Core/Journal/Condenser.cs",
            "bool matches = Output.Boot == input.Boot && Output",
            "bool matches = Output",
            Runs.ManyCuts),
        new(
            "a summary's stretch is not that of the clock",
            "firmware/Core/Journal/Condenser.cs",
            "input.TimesSeconds[row] / Output.WindowSeconds == Output.TimesSeconds[last] / Output.WindowSeconds",
            "input.TimesSeconds[row] - Output.TimesSeconds[last] < Output.WindowSeconds",
            Runs.ManyCuts),
    ];
}
