namespace UlmEdge.Tests.SeededBugs;

/// <summary>Which time a sample is given.</summary>
internal static class TimeBugs
{
    public static IReadOnlyList<SeededBug> All { get; } =
    [
        new(
            "batches of an earlier boot get this boot's clock",
            "firmware/Core/Publishing/Backlog.cs",
            "                BootClock.Shift(Batch, offsetSeconds);",
            "                BootClock.Shift(Batch, _clock.FirstOffsetSeconds);",
            Runs.HarshWorlds),
        new(
            "the clock of a boot is not stored",
            "firmware/Core/Node.cs",
            "Journal.NeedsClock && uptimeMs >= _keepClockMs",
            "_keepClockMs < 0",
            Runs.HarshWorlds),
        new(
            "a step of the clock is believed after a minute",
            "firmware/Core/Time/BootClock.cs",
            "uptimeMs - _stepSinceMs >= Limits.ClockStepLastsMs",
            "_stepSinceMs >= 0",
            Runs.SteppingClocks),
    ];
}
