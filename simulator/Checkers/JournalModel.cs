using UlmEdge.Core.Batches;
using UlmEdge.Core.Journal;

namespace UlmEdge.Simulator.Checkers;

/// <summary>What a journal has promised, in plain memory, to compare with what it keeps.</summary>
public sealed class JournalModel
{
    private readonly Dictionary<int, Row> _rows = [];
    private readonly HashSet<int> _acknowledged = [];
    private readonly Batch _batch = new();
    private int _durable;
    private int _epoch;

    /// <summary>Unix second of sample 0.</summary>
    public long OffsetSeconds => 1_795_291_200;

    /// <summary>Takes note of the epoch in which samples were promised.</summary>
    public void TakeEpoch(int epoch) => _epoch = epoch;

    /// <summary>A batch is about to be appended: from now on it may be there.</summary>
    public void Appending(Batch batch)
    {
        for (int row = 0; row < batch.RowCount; row++)
        {
            _rows[batch.FirstSample + row] = RowOf(batch, row);
        }
    }

    /// <summary>A batch was appended: if durable, it must be there.</summary>
    public void Appended(Batch batch, bool isDurable) => _durable = isDurable ? batch.EndSample : _durable;

    /// <summary>A batch is about to be acknowledged: from now on it may be gone.</summary>
    public void Acknowledging(Batch batch)
    {
        for (int sample = batch.FirstSample; sample < batch.EndSample; sample++)
        {
            _acknowledged.Add(sample);
        }
    }

    /// <summary>A model that goes its own way from here.</summary>
    public JournalModel Copy()
    {
        JournalModel copy = new() { _durable = _durable, _epoch = _epoch };
        foreach ((int sample, Row row) in _rows)
        {
            copy._rows.Add(sample, row);
        }

        copy._acknowledged.UnionWith(_acknowledged);
        return copy;
    }

    /// <summary>Compares all that a journal says with what was promised.</summary>
    /// <returns>Null when every promise is kept, else what is wrong.</returns>
    public string? FirstFault(Journal journal)
    {
        if (_durable > 0 && journal.Epoch != _epoch)
        {
            return $"epoch {_epoch} became {journal.Epoch}";
        }

        if (journal.NextSample < _durable)
        {
            return $"sample {journal.NextSample} comes again: {_durable} were durable";
        }

        return FaultInBooks(journal) ?? FaultInContent(journal);
    }

    private static Row RowOf(Batch batch, int row)
    {
        HashCode hash = default;
        for (int column = 0; column < batch.ColumnCount; column++)
        {
            int cell = batch.CellAt(row, column);
            hash.Add(batch.Reasons[cell] == 0 ? batch.Values[cell] : int.MinValue + batch.Reasons[cell]);
        }

        int value = batch.Reasons[batch.CellAt(row, 0)] == 0 ? batch.Values[batch.CellAt(row, 0)] : int.MinValue;
        return new Row(batch.TimesSeconds[row], batch.TimesAreUnix, hash.ToHashCode(), value);
    }

    private static string? FaultInBooks(Journal journal)
    {
        LedgerTotals totals = journal.Account(0, journal.NextSample);
        int sum = totals.Sent + totals.Waiting + totals.Thinned + totals.Evicted + totals.Unreadable + totals.NotStored;
        return sum != totals.Taken || totals.Sent < 0 || totals.Waiting < 0 ? $"the ledger does not add up: {sum} of {totals.Taken}"
            : totals.Unreadable > 0 ? $"{totals.Unreadable} samples are said to be unreadable"
            : null;
    }

    private string? FaultInContent(Journal journal)
    {
        int from = 0;
        int misses = 0;
        while (misses < 100)
        {
            if (!journal.TryReadNext(from, _batch))
            {
                misses++;
                continue;
            }

            string? fault = _batch.IsSummary ? FaultInSummary() : FaultInRows();
            fault ??= FaultInHole(journal, from, _batch.FirstSample);
            if (fault is not null)
            {
                return fault;
            }

            misses = 0;
            from = _batch.EndSample;
        }

        return FaultInHole(journal, from, _durable) ?? (journal.Account(0, journal.NextSample).Unreadable > 0 ? "unreadable samples" : null);
    }

    private string? FaultInRows()
    {
        for (int row = 0; row < _batch.RowCount; row++)
        {
            int sample = _batch.FirstSample + row;
            if (!_rows.TryGetValue(sample, out Row? promised))
            {
                return $"sample {sample} was never appended";
            }

            Row found = RowOf(_batch, row);
            if (found.Hash != promised.Hash)
            {
                return $"sample {sample} is not what was appended";
            }

            if (found.IsUnix == promised.IsUnix ? found.Seconds != promised.Seconds : found.Seconds != promised.Seconds + OffsetSeconds)
            {
                return $"the time of sample {sample} has changed";
            }
        }

        return null;
    }

    private string? FaultInSummary()
    {
        int sample = _batch.FirstSample;
        for (int row = 0; row < _batch.RowCount; row++)
        {
            int[] values = [.. Enumerable.Range(sample, _batch.RowSamples[row])
                .Where(_rows.ContainsKey).Select(number => _rows[number].First).Where(value => value != int.MinValue)];
            int cell = _batch.CellAt(row, 0);
            if (values.Length == 0 != (_batch.Reasons[cell] != 0))
            {
                return $"the summary from sample {sample} on has a value or a reason too many";
            }

            if (values.Length > 0 && (values.Min() != _batch.Values[cell] || values.Max() != _batch.Values[cell + 2]
                || Math.Abs(values.Average() - _batch.Values[cell + 1]) > MeanSlack))
            {
                return $"the summary from sample {sample} on is not that of what was appended";
            }

            sample += _batch.RowSamples[row];
        }

        return null;
    }

    // Means of means are weighted by samples, missing values included.
    private const double MeanSlack = 4_000;

    private string? FaultInHole(Journal journal, int first, int end)
    {
        for (int sample = first; sample < Math.Min(end, _durable); sample++)
        {
            LedgerTotals totals = journal.Account(sample, sample + 1);
            if (!_acknowledged.Contains(sample) && totals.Thinned + totals.Evicted == 0)
            {
                return $"sample {sample} was durable and is lost";
            }
        }

        return null;
    }

    private sealed record Row(long Seconds, bool IsUnix, int Hash, int First);
}
