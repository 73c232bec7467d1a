namespace UlmEdge.Tests.SeededBugs;

/// <summary>What the flash takes and refuses, and what waits in memory meanwhile.</summary>
internal static class StorageBugs
{
    public static IReadOnlyList<SeededBug> All { get; } =
    [
        new(
            "a segment goes on after a write that was torn",
            "firmware/Core/Journal/Journal.cs",
            """
                        _isSealed = true;
                        if (_store.Append
            """,
            "            if (_store.Append",
            Runs.ManyCuts),
        new(
            "a slot is believed without its checksum",
            "firmware/Core/Journal/CursorSlots.cs",
            "                && LittleEndian.ReadUInt32(buffer, end) == Crc32.Compute(buffer, 0, end);",
            "                && end > 0;",
            Runs.DamagedJournals),
        new(
            "a scanner takes what another one has read for its own",
            "firmware/Core/Journal/SegmentScanner.cs",
            "_bench.Reader == this && Position",
            "Position",
            Runs.RefusingFlashes),
        new(
            "a refused append counts as done",
            "firmware/Core/Journal/Journal.cs",
            "_record, length) != StoreResult.Done && !IsThere(newest.Name, newest.Length, length)",
            "_record, length) == StoreResult.Missing",
            Runs.ManyCuts),
        new(
            "the epoch stays when the flash is given up",
            "firmware/Core/Journal/Outbox.cs",
            """
                        Epoch = 1 + _entropy.Next(Limits.EpochLimit - 1);
                        _next = _queue
            """,
            "            _next = _queue",
            Runs.RefusingFlashes),
        new(
            "the open batch keeps its number when the epoch changes",
            "firmware/Core/Node.cs",
            "                _builder.Renumber(_outbox.Epoch, _outbox.NextSample);",
            "                _builder.Renumber(_outbox.Epoch, _builder.Batch.FirstSample);",
            Runs.RefusingFlashes),
        new(
            "a sample's number wraps in the record",
            "firmware/Core/Batches/BatchCodec.cs",
            "WriteVarint((uint)batch.FirstSample)",
            "WriteVarint((byte)batch.FirstSample)",
            Runs.FewCuts),
        new(
            "the slots are written with every batch",
            "firmware/Core/Journal/Journal.cs",
            "            newest.Length += length;",
            """
                        _slots.Write(_state);
                        newest.Length += length;
            """,
            Runs.NoFaults),
    ];
}
