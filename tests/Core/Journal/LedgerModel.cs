using UlmEdge.Core.Journal;

namespace UlmEdge.Tests.Core.Journals;

/// <summary>Settled samples and gap ledger as the journal uses them, beside what each single sample should be.</summary>
internal sealed class LedgerModel
{
    private readonly List<GapCause?> _causes = [];
    private readonly List<bool> _settled = [];

    public JournalState State { get; } = new();

    public int Taken => _causes.Count;

    /// <summary>Whether there was no room for something: then the ledger's word is taken for what it says of single samples.</summary>
    public bool WasFull { get; private set; }

    public void Take(int count)
    {
        _causes.AddRange(new GapCause?[count]);
        _settled.AddRange(new bool[count]);
    }

    public void Thin(int first, int end, int rows)
    {
        int open = Enumerable.Range(first, end - first).Count(sample => !_settled[sample]);
        int noted = State.Note(first, end, GapCause.Thinned, rows);
        Note(first, end, GapCause.Thinned, noted < open);
    }

    public void GiveUp(int first, int end, GapCause cause)
    {
        int noted = State.GiveUp(first, end, cause);
        Note(first, end, cause, !State.Settled.Covers(first, end));
        Assert.Equal(noted, TakeSettled(first, end));
    }

    public void Acknowledge(int first, int end, bool isSummary)
    {
        for (int from = first; from < end; from = isSummary ? end : State.Ledger.NextFree(from))
        {
            int to = isSummary ? end : State.Ledger.NextNoted(from, end);
            State.Settled.Add(from, to);
            TakeSettled(from, to);
            from = to;
        }
    }

    /// <summary>What the totals of a range should be.</summary>
    public string Expected(int first, int end)
    {
        int[] counts = new int[GapEntry.Causes + 2];
        for (int sample = first; sample < end; sample++)
        {
            counts[_causes[sample] is { } cause ? (int)cause : _settled[sample] ? GapEntry.Causes : GapEntry.Causes + 1]++;
        }

        int leftOut = counts[(int)GapCause.LeftOut];
        return Text(end - first - leftOut, counts[GapEntry.Causes], counts[GapEntry.Causes + 1], counts, leftOut);
    }

    /// <summary>All but the number of summaries.</summary>
    public static string Text(LedgerTotals totals) => Text(
        totals.Taken,
        totals.Sent,
        totals.Waiting,
        [totals.Thinned, totals.Evicted, totals.Unreadable, totals.NotStored, 0, totals.Unknown],
        totals.LeftOut);

    private static string Text(int taken, int sent, int waiting, int[] causes, int leftOut) =>
        $"{taken} = {sent} sent + {waiting} waiting + {causes[0]} thinned + {causes[1]} evicted + {causes[2]} unreadable" +
        $" + {causes[3]} not stored" + (causes[5] > 0 ? $" + {causes[5]} unknown" : "") + (leftOut > 0 ? $", {leftOut} left out" : "");

    // A final cause stays what it is. Of what was not noted for want of room only the ledger knows.
    private void Note(int first, int end, GapCause cause, bool isPartial)
    {
        for (int sample = first; sample < end; sample++)
        {
            if (!_settled[sample] && _causes[sample] is null or GapCause.Thinned)
            {
                bool isNoted = !isPartial || State.Ledger.NextNoted(sample, sample + 1) == sample;
                _causes[sample] = !isNoted ? _causes[sample] : isPartial ? CauseOf(sample) : cause;
                WasFull |= !isNoted;
            }
        }
    }

    private GapCause? CauseOf(int sample)
    {
        LedgerTotals totals = State.Ledger.Account(sample, sample + 1);
        return totals.Thinned > 0 ? GapCause.Thinned
            : totals.Evicted > 0 ? GapCause.Evicted
            : totals.Unreadable > 0 ? GapCause.Unreadable
            : totals.NotStored > 0 ? GapCause.NotStored
            : totals.Unknown > 0 ? GapCause.Unknown
            : totals.LeftOut > 0 ? GapCause.LeftOut
            : null;
    }

    // Nothing but the range may be settled; how much of it is, if there are too many islands, is the settled samples' affair.
    private int TakeSettled(int first, int end)
    {
        int count = 0;
        for (int sample = 0; sample < Taken; sample++)
        {
            bool isSettled = State.Settled.Covers(sample, sample + 1);
            if (isSettled != _settled[sample])
            {
                Assert.True(isSettled && sample >= first && sample < end, $"{sample} became settled: {isSettled}");
                _settled[sample] = true;
                count++;
            }
        }

        return count;
    }
}
