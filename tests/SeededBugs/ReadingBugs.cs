namespace UlmEdge.Tests.SeededBugs;

/// <summary>What is made of a sensor's answers.</summary>
internal static class ReadingBugs
{
    public static IReadOnlyList<SeededBug> All { get; } =
    [
        new(
            "a missing reading is published as zero",
            "firmware/Core/Batches/BatchBuilder.cs",
            "sample.Due[i] ? Batch.ReasonOf(sample.Readings[i]) : Batch.NotDue",
            "sample.Due[i] ? (byte)0 : Batch.NotDue",
            Runs.HarshWorlds),
        new(
            "the reason of a missing reading is not published",
            "firmware/Core/Publishing/SenmlWriter.cs",
            "return reason != 0 && reason != Batch.NotDue && column",
            "return reason >= Batch.Doubtful && reason != Batch.NotDue && column",
            Runs.HarshWorlds),
        new(
            "a value that stands still is taken for a new one",
            "devices/Bmxx80/Bmx280Sensor.cs",
            "raw.Equals(_last) && !_isProven",
            "raw.Equals(_last) && _busyLooks < 0",
            Runs.HarshWorlds),
    ];
}
