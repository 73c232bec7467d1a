using UlmEdge.Core.Batches;
using UlmEdge.Core.Journal;

namespace UlmEdge.Simulator.Checkers;

/// <summary>Everything that a journal delivers, from the oldest on, each batch compared with what was given.</summary>
public sealed class JournalReadout
{
    // Each call reads some records; a segment has a few hundred.
    private const int MissesMax = 100;

    private readonly Batch _batch = new();
    private Delivery[] _deliveries = [];

    /// <summary>How a sample was delivered.</summary>
    public Delivery this[int sample] => _deliveries[sample];

    /// <summary>Whether clocks may be missing, because files were damaged.</summary>
    public bool MayMissClocks { get; init; }

    /// <summary>Samples looked for.</summary>
    public int Count { get; private set; }

    /// <summary>Reads a journal.</summary>
    /// <returns>Null when all that was read is as it was given, else what is wrong.</returns>
    public string? Read(JournalModel model, Journal journal)
    {
        Count = journal.NextSample;
        _deliveries = new Delivery[Count];
        int clockBoot = 0;
        int from = 0;
        for (int misses = 0; misses < MissesMax && from < Count; misses++)
        {
            if (!journal.TryReadNext(from, _batch))
            {
                continue;
            }

            string? fault = _batch.Epoch != journal.Epoch ? $"a batch of epoch {_batch.Epoch} came up"
                : _batch.IsSummary ? SummaryPromise.FirstFault(model, _batch)
                : RowsPromise.FirstFault(model, _batch);
            fault ??= _batch.Boot == clockBoot ? null : ClockPromise.FirstFault(model, journal, _batch, MayMissClocks);
            if (fault is not null)
            {
                return fault;
            }

            clockBoot = _batch.TimesAreUnix ? clockBoot : _batch.Boot;
            Array.Fill(_deliveries, _batch.IsSummary ? Delivery.Summary : Delivery.Plain, _batch.FirstSample, _batch.SampleCount);
            from = _batch.EndSample;
            misses = -1;
        }

        return null;
    }
}
