using UlmEdge.Core;
using UlmEdge.Core.Journal;
using UlmEdge.Simulator.Worlds;

namespace UlmEdge.Simulator.Checkers;

/// <summary>
/// What was durable arrives as it was taken, or in a summary; what does not is in the ledger, as evicted or never stored.
/// </summary>
public static class NothingLost
{
    /// <summary>A boot found this much in flash.</summary>
    public static void CheckRecovered(NodeWitness witness, EpochRecord record, int nextSample)
    {
        if (nextSample < record.DurableUpTo)
        {
            witness.Break(
                Promise.NothingLost, $"of epoch {record.Epoch} {record.DurableUpTo} samples were durable, a boot knows of {nextSample}");
        }
    }

    /// <summary>A new epoch is begun only by a new flash, or by one that was given up.</summary>
    public static void CheckNewEpoch(NodeWitness witness, EpochRecord record)
    {
        if (!record.IsInMemory && witness.Epochs.Any(other => !other.IsInMemory))
        {
            witness.Break(Promise.NothingLost, $"epoch {record.Epoch} was begun although there was a journal");
        }
    }

    /// <summary>A node restarts itself: what it took is in flash by now, or has arrived.</summary>
    /// <param name="witness">The witness.</param>
    /// <param name="record">The epoch.</param>
    /// <param name="first">All samples below this one are durable.</param>
    /// <param name="end">One after the last that was taken.</param>
    public static void CheckRestart(NodeWitness witness, EpochRecord record, int first, int end)
    {
        for (int number = first; number < end; number++)
        {
            if (record.At(number) is { HasArrived: false, HasArrivedUndated: false })
            {
                witness.Break(
                    Promise.NothingLost, $"the node restarts itself, and {record.Epoch}.{number} of {end} is in no flash and has not arrived");
                return;
            }
        }
    }

    /// <summary>All is over: looks through everything that was durable.</summary>
    public static void CheckEnd(NodeWitness witness, Node node)
    {
        EpochRecord? record = witness.Of(node.Journal.Epoch);
        if (record is null)
        {
            return;
        }

        LedgerTotals totals = node.Journal.Account(0, node.Journal.NextSample);
        int missing = 0;
        int first = -1;
        for (int number = 0; number < record.DurableUpTo; number++)
        {
            bool isThere = record.At(number)
                is null or { HasArrived: true } or { HasArrivedUndated: true } or { HasArrivedInSummary: true };
            missing += isThere ? 0 : 1;
            first = isThere || first >= 0 ? first : number;
        }

        if (missing > totals.Evicted + totals.NotStored)
        {
            witness.Break(
                Promise.NothingLost,
                $"{missing} durable samples never arrived, the ledger has {totals.Evicted} evicted, {totals.NotStored} never stored; "
                + $"the first is {record.Epoch}.{first}");
        }
    }
}
