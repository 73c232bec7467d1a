namespace UlmEdge.Tests.SeededBugs;

/// <summary>How room is made, and what the ledger says of it.</summary>
internal static class HousekeepingBugs
{
    public static IReadOnlyList<SeededBug> All { get; } =
    [
        new(
            "the oldest segment goes although samples wait in it",
            "firmware/Core/Journal/Housekeeper.cs",
            "!_state.Settled.Covers(oldest.FirstSample, end) || !IsDurable(end)",
            "!IsDurable(end)",
            Runs.ManyCuts),
        new(
            "the ledger forgets what was thinned",
            "firmware/Core/Journal/Housekeeper.cs",
            "samples += _state.Note(_batch.FirstSample, _batch.EndSample, GapCause.Thinned, _batch.RowCount);",
            "samples += _batch.SampleCount;",
            Runs.ManyCuts),
        new(
            "the ledger counts what was evicted as sent",
            "firmware/Core/Journal/JournalState.cs",
            "Ledger.Note(sample, until, cause, 0) && Settled.Add",
            "Settled.Add",
            Runs.ManyCuts),
        new(
            "rewriting loses the clocks",
            "firmware/Core/Journal/Rewriter.cs",
            "                    CopyClock();",
            "                    FlushBatch();",
            Runs.ManyCuts),
        new(
            "the last batch of a rewriting is not written",
            "firmware/Core/Journal/Rewriter.cs",
            "else if (FlushBatch())",
            "else if (_inputs > 0)",
            Runs.ManyCuts),
    ];
}
