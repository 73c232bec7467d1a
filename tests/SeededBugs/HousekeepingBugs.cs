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
            "samples += _state.Note(batch.FirstSample, batch.EndSample, GapCause.Thinned, batch.RowCount);",
            "samples += batch.SampleCount;",
            Runs.ManyCuts),
        new(
            "the ledger counts what was evicted as sent",
            "firmware/Core/Journal/JournalState.cs",
            "Ledger.Note(sample, until, cause, 0) && Settled.Add",
            "Settled.Add",
            Runs.ManyCuts),
        new(
            "an eviction takes a sample more than the file holds",
            "firmware/Core/Journal/Housekeeper.cs",
            "_state.GiveUp(oldest.FirstSample, end, GapCause.Evicted)",
            "_state.GiveUp(oldest.FirstSample, end + 1, GapCause.Evicted)",
            Runs.ManyCuts),
        new(
            "not the oldest segment is evicted, but the one behind it",
            "firmware/Core/Journal/Housekeeper.cs",
            """
                        Segment oldest = _segments.At(0);
                        int end = _segments.EndOf(0, _state.NextSample);
                        _finder.Lose
            """,
            """
                        Segment oldest = _segments.At(1);
                        int end = _segments.EndOf(1, _state.NextSample);
                        _finder.Lose
            """,
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
