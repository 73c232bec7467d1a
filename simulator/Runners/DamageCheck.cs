using UlmEdge.Core.Batches;
using UlmEdge.Core.Journal;
using UlmEdge.Ports;
using UlmEdge.Simulator.Checkers;
using UlmEdge.Simulator.Faults;

namespace UlmEdge.Simulator.Runners;

/// <summary>Opens one damaged journal and looks whether what can be kept is kept, and what is lost is told.</summary>
/// <param name="origin">The sound journal.</param>
/// <param name="flash">Its damaged files.</param>
/// <param name="isMixed">Whether several damages came together: then files under wrong names may hide what is sound.</param>
internal sealed class DamageCheck(DamageBase origin, SimulatedFlash flash, bool isMixed)
{
    // A journal of some ten files is read a few times over; what takes more than this does not end.
    private const int CallsMax = 20_000;

    // Making room reads every segment once, some records a step.
    private const int StepsMax = 500;

    private readonly EventTally _events = new();

    /// <summary>Holds the journal to its promises.</summary>
    /// <returns>Null when all are kept, else what is wrong.</returns>
    public string? FirstFault(bool drains)
    {
        HashSet<int> epochs = FoundEpochs.In(flash, origin.NodeHash);
        IntactRecords intact = new(origin.Flash, origin.Records, flash, origin.Model.Count);
        bool hasNumbers = HasNumbers(intact);
        Journal journal = Open();
        return FaultInEpoch(journal, epochs)
            ?? (journal.Epoch == origin.Model.Epoch ? FaultInContent(journal, intact, hasNumbers) : null)
            ?? LedgerPromise.FaultInRanges(journal)
            ?? FaultAfterwards(journal, drains);
    }

    private Journal Open() => 
        origin.Plan.Open(new BoundedStore(flash, CallsMax), _events, new SeededEntropy(~(ulong)origin.Plan.Seed));

    private string? FaultInEpoch(Journal journal, HashSet<int> epochs) =>
        !journal.IsUsable ? "the journal is not usable, and the flash is"
        : epochs.Count > 0 && !epochs.Contains(journal.Epoch) ? $"epoch {epochs.First()} was there and became {journal.Epoch}"
        : epochs.Count == 0 != _events[NodeEvent.JournalFormatted] > 0 ? "a new journal was begun or not, and that was not told"
        : null;

    private string? FaultInContent(Journal journal, IntactRecords intact, bool hasNumbers)
    {
        int least = hasNumbers ? origin.Model.Durable : intact.EndSample;
        if (journal.NextSample < least)
        {
            return $"sample {journal.NextSample} comes again: {least} were durable";
        }

        JournalReadout readout = new() { MayMissClocks = true };
        return readout.Read(origin.Model, journal) ?? FaultInDelivery(journal, readout, intact);
    }

    private string? FaultInDelivery(Journal journal, JournalReadout readout, IntactRecords intact)
    {
        int first = -1;
        for (int sample = 0; sample < Math.Min(origin.Waits.Length, readout.Count); sample++)
        {
            bool isGone = origin.Waits[sample] && readout[sample] == Delivery.None;
            if (isGone && !isMixed && intact.Has(sample))
            {
                return $"sample {sample} waits in an undamaged record and is not delivered";
            }

            first = isGone && first < 0 ? sample : first;
            if (first >= 0 && (!isGone || sample == readout.Count - 1))
            {
                int end = isGone ? sample + 1 : sample;
                LedgerTotals totals = journal.Account(first, end);
                // With no room for another settled range they stay open, and are told of when they are met with room.
                bool isTold = _events[NodeEvent.SamplesUnreadable] + _events[NodeEvent.NumbersLeftOut] > 0
                    || journal.IslandCount == SettledSamples.IslandsMax;
                if (totals.Unreadable + totals.Unknown + totals.LeftOut != end - first || !isTold)
                {
                    return $"samples {first} to {end - 1} are lost, and the ledger says {totals.Unreadable} of {totals.Taken} unreadable, "
                        + $"{totals.Sent} sent, {totals.Waiting} waiting, {totals.Thinned} thinned, {totals.Evicted} evicted";
                }

                first = -1;
            }
        }

        return null;
    }

    // Whether what is left tells which numbers were used. Damage to the end of the newest segment looks like a torn append.
    private bool HasNumbers(IntactRecords intact)
    {
        bool hasNewest = flash.Files.TryGetValue(origin.NewestSegment, out byte[]? newest);
        if (hasNewest && ReferenceEquals(newest, origin.Flash.Files[origin.NewestSegment]))
        {
            return true;
        }

        bool hasSlot = flash.Files.TryGetValue(origin.LatestSlot, out byte[]? slot)
            && ReferenceEquals(slot, origin.Flash.Files[origin.LatestSlot]);
        bool hasNoSlots = FoundEpochs.Of("cursor.0", flash.Files.GetValueOrDefault("cursor.0", []), origin.NodeHash) == 0
            && FoundEpochs.Of("cursor.1", flash.Files.GetValueOrDefault("cursor.1", []), origin.NodeHash) == 0;
        int newestFirst = origin.Records.GetValueOrDefault(origin.NewestSegment, [])
            .Where(record => record.EndSample > 0).Select(record => record.FirstSample).FirstOrDefault(int.MaxValue);
        return !hasNewest && intact.EndSample <= newestFirst && (hasSlot || hasNoSlots);
    }

    private string? FaultAfterwards(Journal journal, bool drains)
    {
        Batch batch = new();
        SampleSource source = new(origin.Plan, new SeededEntropy((ulong)flash.Operations));
        source.Boot(journal);
        source.Fill(batch, journal, journal.NextSample, true);
        int epoch = journal.Epoch;
        int steps = 0;
        while (!journal.Append(batch))
        {
            if (steps++ == StepsMax || !journal.Work())
            {
                return "nothing can be appended afterwards";
            }
        }

        journal = Open();
        Batch read = new();
        int misses = 0;
        while (misses < 100 && !journal.TryReadNext(batch.FirstSample, read))
        {
            misses++;
        }

        return journal.Epoch != epoch ? $"epoch {epoch} became {journal.Epoch} afterwards"
            : journal.NextSample != batch.EndSample ? $"{batch.EndSample} samples became {journal.NextSample} afterwards"
            : !IsSame(batch, read) ? "what was appended afterwards is not read"
            : journal.IslandCount < SettledSamples.IslandsMax && journal.Acknowledge(read.FirstSample, read.EndSample) == 0
                ? "what was appended afterwards cannot be acknowledged"
            : drains ? DrainPromise.FirstFault(journal) : null;
    }

    private static bool IsSame(Batch one, Batch other) => one.FirstSample == other.FirstSample && one.RowCount == other.RowCount
        && one.Boot == other.Boot && one.ChannelCount == other.ChannelCount && one.TimesAreUnix == other.TimesAreUnix
        && Enumerable.Range(0, one.RowCount).All(row => one.TimesSeconds[row] == other.TimesSeconds[row])
        && Enumerable.Range(0, one.RowCount * one.ColumnCount).All(cell =>
            one.Reasons[cell] == other.Reasons[cell] && (!Batch.HasValue(one.Reasons[cell]) || one.Values[cell] == other.Values[cell]));
}
