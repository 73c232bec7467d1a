namespace UlmEdge.Tests.SeededBugs;

/// <summary>What a boot makes of the files that it finds.</summary>
internal static class RecoveryBugs
{
    public static IReadOnlyList<SeededBug> All { get; } =
    [
        new(
            "a boot gives the newest segment's numbers again",
            "firmware/Core/Journal/Recovery.cs",
            "next = _batch.EndSample > next ? _batch.EndSample : next;",
            "next = segment.FirstSample;",
            Runs.FewCuts),
        new(
            "every boot begins a new epoch",
            "firmware/Core/Journal/Recovery.cs",
            """
                        if (!hasState)
                        {
                            _state.Format(nodeHash, epoch > 0 ? epoch : 1 + entropy.Next(Limits.EpochLimit - 1));
            """,
            """
                        {
                            _state.Format(nodeHash, 1 + entropy.Next(Limits.EpochLimit - 1));
            """,
            Runs.FewCuts),
        new(
            "boots are not counted",
            "firmware/Core/Journal/Recovery.cs",
            "(_boot > _state.Boot ? _boot : _state.Boot) + 1;",
            "_boot > _state.Boot ? _boot : _state.Boot;",
            Runs.FewCuts),
        new(
            "the older slot wins",
            "firmware/Core/Journal/CursorSlots.cs",
            "state.Sequence > first)",
            "state.Sequence < first)",
            Runs.FewCuts),
        new(
            "always the same slot is written",
            "firmware/Core/Journal/CursorSlots.cs",
            "_next = 1 - _next;",
            "",
            Runs.FewCuts),
        new(
            "a record's checksum is not compared",
            "firmware/Core/Journal/RecordCodec.cs",
            "if (LittleEndian.ReadUInt32(buffer, checksum) != ",
            "if (end < 0 && LittleEndian.ReadUInt32(buffer, checksum) != ",
            Runs.FewCuts),
        new(
            "a boot forgets what the newest segment says is settled",
            "firmware/Core/Journal/Recovery.cs",
            "_state.Settled.Add(_scanner.Record.Settled);",
            "",
            Runs.ManyCuts),
        new(
            "a rewritten segment that is torn replaces its inputs",
            "firmware/Core/Journal/RewriteResolver.cs",
            """
            return length >= segment.RecordsOffset
                            && 
            """,
            """
            return length >= segment.RecordsOffset
                            || 
            """,
            Runs.ManyCuts),
        new(
            "a boot forgets what a finished rewriting has thinned",
            "firmware/Core/Journal/RewriteResolver.cs",
            """
                        NoteThinned(rewritten);

            """,
            "",
            Runs.ManyCuts),
    ];
}
