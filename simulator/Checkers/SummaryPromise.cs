using UlmEdge.Core.Batches;

namespace UlmEdge.Simulator.Checkers;

/// <summary>A summary is that of the samples that it says: minimum, mean and maximum within one stretch of time.</summary>
public static class SummaryPromise
{
    private const int TenMinutes = 600;

    /// <summary>Compares a summary of a journal with what it was given.</summary>
    /// <returns>Null when the promise is kept, else what is wrong.</returns>
    public static string? FirstFault(JournalModel model, Batch batch)
    {
        int first = batch.FirstSample;
        for (int row = 0; row < batch.RowCount; row++)
        {
            int end = first + batch.RowSamples[row];
            if (end > model.Count)
            {
                return $"sample {model.Count} was never given, and is part of a summary";
            }

            string? fault = FaultInTime(model, batch, row, first, end);
            for (int channel = 0; channel < batch.ChannelCount && fault is null; channel++)
            {
                fault = FaultInChannel(model, batch, batch.CellAt(row, 3 * channel), channel, first, end);
            }

            if (fault is not null)
            {
                return $"the summary of samples {first} to {end - 1} {fault}";
            }

            first = end;
        }

        return null;
    }

    private static string? FaultInTime(JournalModel model, Batch batch, int row, int first, int end)
    {
        long window = batch.TimesSeconds[row] / batch.WindowSeconds;
        for (int sample = first; sample < end; sample++)
        {
            PromisedSample promised = model[sample];
            if (promised.Boot != batch.Boot || promised.IsUnix != batch.TimesAreUnix
                || promised.Seconds / batch.WindowSeconds != window)
            {
                return $"mixes sample {sample} in, which is of another time";
            }
        }

        return model[first].Seconds == batch.TimesSeconds[row] ? null : "is not of the time of its first sample";
    }

    private static string? FaultInChannel(JournalModel model, Batch batch, int cell, int channel, int first, int end)
    {
        long sum = 0;
        int count = 0;
        int minimum = int.MaxValue;
        int maximum = int.MinValue;
        byte reason = Batch.NotDue;
        byte doubts = 0;
        for (int sample = first; sample < end; sample++)
        {
            byte missing = model.Reason(sample, channel);
            if (!Batch.HasValue(missing))
            {
                reason = missing == Batch.NotDue ? reason : missing;
                continue;
            }

            int value = model.Value(sample, channel);
            doubts |= missing;
            sum += value;
            count++;
            minimum = Math.Min(minimum, value);
            maximum = Math.Max(maximum, value);
        }

        if (count == 0 || !Batch.HasValue(batch.Reasons[cell]))
        {
            return count == 0 && batch.Reasons[cell] == reason ? null : "has a value or a reason too many";
        }

        if (batch.Reasons[cell] != doubts)
        {
            return "does not say what spoke against its values";
        }

        return batch.Values[cell] != minimum || batch.Values[cell + 2] != maximum ? "has another minimum or maximum"
            : IsMean(batch, cell + 1, (decimal)sum / count, (decimal)maximum - minimum, end - first, count) ? null
            : $"has the mean {batch.Values[cell + 1]} and not {(decimal)sum / count:F2}";
    }

    // A mean over ten minutes is exact. One over an hour is made of those, which are rounded, and it is weighted by samples,
    // missing ones included: the weights so differ from the true ones by the share of missing samples at most.
    private static bool IsMean(Batch batch, int cell, decimal exact, decimal spread, int samples, int count) =>
        batch.WindowSeconds == TenMinutes
            ? batch.Values[cell] == Math.Round(exact, MidpointRounding.AwayFromZero)
            : Math.Abs(batch.Values[cell] - exact) <= 1 + (spread * (samples - count) / samples);
}
