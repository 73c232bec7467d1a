using UlmEdge.Core;
using UlmEdge.Core.Journal;
using UlmEdge.Simulator.Faults;
using UlmEdge.Simulator.Worlds;

namespace UlmEdge.Simulator.Checkers;

/// <summary>Taken is sent, waiting, thinned, evicted, unreadable and never stored together, for any range; and sent has arrived.</summary>
public static class LedgerAddsUp
{
    /// <summary>Looks at the whole and at a range that is drawn.</summary>
    public static void Check(NodeWitness witness, Node node, SeededEntropy entropy)
    {
        int end = node.Journal.NextSample;
        Check(witness, node, 0, end);
        if (end > 1)
        {
            int first = entropy.Next(end);
            Check(witness, node, first, first + 1 + entropy.Next(end - first));
        }
    }

    /// <summary>All is over: what the ledger calls sent must be there.</summary>
    public static void CheckEnd(NodeWitness witness, Node node)
    {
        if (!node.Journal.IsUsable || witness.Of(node.Journal.Epoch) is not { } record)
        {
            return;
        }

        for (int number = 0; number < node.Journal.NextSample; number++)
        {
            LedgerTotals totals = node.Journal.Account(number, number + 1);
            bool hasArrived = record.At(number) is { HasArrived: true } or { HasArrivedUndated: true } or { HasArrivedInSummary: true };
            if (totals.Sent == 1 && !hasArrived)
            {
                witness.Break(Promise.LedgerAddsUp, $"{record.Epoch}.{number} is said to be sent, and never arrived");
                return;
            }

            if (totals.Unreadable + totals.LeftOut + totals.Unknown > 0)
            {
                witness.Break(
                    Promise.LedgerAddsUp, $"{record.Epoch}.{number} is said to be unreadable or left out, and no flash was damaged");
                return;
            }
        }
    }

    /// <summary>Looks at what was settled since the last call: what counts as sent has arrived by now, and not only in the end.</summary>
    public static void CheckSettled(NodeWitness witness, Node node)
    {
        if (node.IsInMemory || witness.Of(node.Journal.Epoch) is not { } record)
        {
            return;
        }

        for (; record.SettledUpTo < node.Journal.SettledUpTo; record.SettledUpTo++)
        {
            int number = record.SettledUpTo;
            if (record.At(number) is { HasArrived: false, HasArrivedUndated: false, HasArrivedInSummary: false }
                && node.Journal.Account(number, number + 1).Sent == 1)
            {
                witness.Break(Promise.LedgerAddsUp, $"{record.Epoch}.{number} counts as sent, and has not arrived");
            }
        }
    }

    private static void Check(NodeWitness witness, Node node, int first, int end)
    {
        LedgerTotals totals = node.Journal.Account(first, end);
        int sum = totals.Sent + totals.Waiting + totals.Thinned + totals.Evicted + totals.Unreadable + totals.NotStored + totals.Unknown;
        bool isSound = totals.Sent >= 0 && totals.Waiting >= 0 && totals.ThinnedInto <= totals.Thinned;
        if (sum != end - first - totals.LeftOut || !isSound)
        {
            witness.Break(
                Promise.LedgerAddsUp,
                $"of samples {first} to {end} {totals.Sent} are sent, {totals.Waiting} waiting, {totals.Thinned} thinned "
                + $"into {totals.ThinnedInto}, {totals.Evicted} evicted, {totals.Unreadable} unreadable, "
                + $"{totals.NotStored} never stored: {sum}");
        }
    }
}
