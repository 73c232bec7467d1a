using UlmEdge.Core.Batches;

namespace UlmEdge.Simulator.Checkers;

/// <summary>Samples are what they were: the same values, reasons, boot and time, and none that was never given.</summary>
public static class RowsPromise
{
    /// <summary>Compares a plain batch of a journal with what it was given.</summary>
    /// <returns>Null when the promise is kept, else what is wrong.</returns>
    public static string? FirstFault(JournalModel model, Batch batch)
    {
        for (int row = 0; row < batch.RowCount; row++)
        {
            int sample = batch.FirstSample + row;
            if (sample >= model.Count)
            {
                return $"sample {sample} was never given";
            }

            PromisedSample promised = model[sample];
            if (promised.Seconds != batch.TimesSeconds[row] || promised.IsUnix != batch.TimesAreUnix
                || promised.Boot != batch.Boot)
            {
                return $"the time of sample {sample} has changed from {promised.Seconds} of boot {promised.Boot} "
                    + $"to {batch.TimesSeconds[row]} of boot {batch.Boot}";
            }

            if (!HasSameValues(model, batch, row, sample))
            {
                return $"sample {sample} is not what was given";
            }
        }

        return null;
    }

    private static bool HasSameValues(JournalModel model, Batch batch, int row, int sample)
    {
        for (int channel = 0; channel < JournalModel.ChannelsMax; channel++)
        {
            byte reason = model.Reason(sample, channel);
            if (channel >= batch.ChannelCount)
            {
                return reason == JournalModel.NoChannel;
            }

            int cell = batch.CellAt(row, channel);
            if (batch.Channels[channel] != channel || reason != batch.Reasons[cell]
                || (Batch.HasValue(reason) && model.Value(sample, channel) != batch.Values[cell]))
            {
                return false;
            }
        }

        return true;
    }
}
