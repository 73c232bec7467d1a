using UlmEdge.Core.Journal;
using UlmEdge.Simulator.Weather;

namespace UlmEdge.Simulator.Checkers;

/// <summary>Nothing is lost, and the ledger says the truth of every sample: it agrees with what the journal delivers.</summary>
public static class LedgerPromise
{
    // Any range, as a backend engineer would ask: from a few numbers to nearly all.
    private const int RandomRanges = 8;

    /// <summary>Compares the ledger with what was read and what was promised.</summary>
    /// <returns>Null when the promise is kept, else what is wrong.</returns>
    public static string? FirstFault(JournalModel model, Journal journal, JournalReadout readout)
    {
        int firstDelivered = int.MaxValue;
        int first = 0;
        while (first < readout.Count)
        {
            Delivery delivery = readout[first];
            SampleFate fate = model[first].Fate;
            int end = first + 1;
            while (end < readout.Count && readout[end] == delivery && model[end].Fate == fate)
            {
                end++;
            }

            firstDelivered = delivery == Delivery.None ? firstDelivered : Math.Min(first, firstDelivered);
            string? fault = FaultInRun(fate, delivery, journal.Account(first, end), first > firstDelivered, model.LostCause);
            if (fault is not null)
            {
                return $"samples {first} to {end - 1}: {fault}";
            }

            first = end;
        }

        return FaultInRanges(journal);
    }

    private static string? FaultInRun(SampleFate fate, Delivery delivery, LedgerTotals totals, bool isLater, bool lostCause)
    {
        int gone = totals.Evicted + (lostCause ? totals.Unreadable : 0);
        if ((fate & SampleFate.Dropped) != 0)
        {
            bool isKept = totals.Waiting == totals.Taken && delivery == Delivery.Plain && (fate & SampleFate.Settled) == 0;
            return totals.NotStored == totals.Taken || isKept ? null : $"the flash refused them, but {Text(totals)}";
        }

        if ((fate & SampleFate.Acknowledged) != 0)
        {
            bool mayWait = delivery == Delivery.Plain && (fate & SampleFate.Settled) == 0;
            int known = totals.Sent + totals.Thinned + gone + (mayWait ? totals.Waiting : 0);
            return known == totals.Taken ? null : $"the broker has them, but {Text(totals)}, and they are delivered: {delivery}";
        }

        return delivery switch
        {
            Delivery.Plain => totals.Waiting == totals.Taken ? null : $"they wait, but {Text(totals)}",
            Delivery.Summary => totals.Thinned == totals.Taken ? null : $"they wait in summaries, but {Text(totals)}",
            _ when gone != totals.Taken => $"they were durable and are lost: {Text(totals)}",
            _ => isLater ? "they were evicted, but older ones were not" : null,
        };
    }

    /// <summary>Looks whether the ledger adds up.</summary>
    /// <returns>Null when the promise is kept, else what is wrong.</returns>
    public static string? FaultInRanges(Journal journal)
    {
        int count = journal.NextSample;
        for (int i = 0; i <= RandomRanges && count > 0; i++)
        {
            int first = i == 0 ? 0 : (int)(SeededNumbers.Bits((ulong)count, i) % (ulong)count);
            int end = i == 0 ? count : first + 1 + (int)(SeededNumbers.Bits((ulong)count, -i) % (ulong)(count - first));
            LedgerTotals totals = journal.Account(first, end);
            int sum = totals.Sent + totals.Waiting + totals.Thinned + totals.Evicted + totals.Unreadable + totals.NotStored
                + totals.Unknown + totals.LeftOut;
            int least = Math.Min(Math.Min(totals.Sent, totals.Waiting), Math.Min(totals.Thinned, totals.Evicted));
            if (sum != end - first || Math.Min(least, totals.Unreadable) < 0
                || totals.NotStored < 0 || totals.ThinnedInto < 0 || totals.ThinnedInto > totals.Thinned)
            {
                return $"the ledger does not add up for samples {first} to {end - 1}: {Text(totals)}";
            }
        }

        return null;
    }

    private static string Text(LedgerTotals totals) =>
        $"of {totals.Taken} the ledger says {totals.Sent} sent, {totals.Waiting} waiting, {totals.Thinned} thinned into "
        + $"{totals.ThinnedInto}, {totals.Evicted} evicted, {totals.Unreadable} unreadable, {totals.NotStored} not stored, "
        + $"{totals.Unknown} unknown";
}
