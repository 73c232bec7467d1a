using UlmEdge.Core.Journal;

namespace UlmEdge.Tests.Core.Journals;

/// <summary>Settled samples and gap ledger as the journal uses them, beside what each single sample should be.</summary>
internal sealed class LedgerModel
{
    private readonly List<GapCause?> _causes = [];
    private readonly List<bool> _settled = [];

    public JournalState State { get; } = new();

    public int Taken => _causes.Count;

    public bool WasFull { get; private set; }

    public void Take(int count)
    {
        _causes.AddRange(new GapCause?[count]);
        _settled.AddRange(new bool[count]);
    }

    public void Thin(int first, int end, int rows)
    {
        State.Note(first, end, GapCause.Thinned, rows);
        Note(first, end, GapCause.Thinned);
    }

    public void GiveUp(int first, int end, GapCause cause)
    {
        bool hasRoom = State.Settled.HasRoomFor(first, end);
        int open = Enumerable.Range(first, end - first).Count(sample => !_settled[sample]);
        Assert.Equal(open, State.GiveUp(first, end, cause));
        Note(first, end, cause);
        Settle(first, end, hasRoom);
    }

    public void Acknowledge(int first, int end, bool isSummary)
    {
        if (State.Settled.HasRoomFor(first, end) && (isSummary || State.Ledger.NextNoted(first, end) == end))
        {
            if (!isSummary)
            {
                State.Ledger.NoteSent(first, end);
            }

            State.Settled.Add(first, end);
            Settle(first, end, true);
        }
    }

    public LedgerTotals Expected(int first, int end)
    {
        LedgerTotals totals = new() { Taken = end - first };
        for (int sample = first; sample < end; sample++)
        {
            switch (_causes[sample])
            {
                case GapCause.Thinned: totals.Thinned++; break;
                case GapCause.Evicted: totals.Evicted++; break;
                case GapCause.Unreadable: totals.Unreadable++; break;
                case GapCause.NotStored: totals.NotStored++; break;
                default: _ = _settled[sample] ? totals.Sent++ : totals.Waiting++; break;
            }
        }

        return totals;
    }

    /// <summary>All but the number of summaries.</summary>
    public static string Text(LedgerTotals totals) =>
        $"{totals.Taken} = {totals.Sent} sent + {totals.Waiting} waiting + {totals.Thinned} thinned + {totals.Evicted} evicted" +
        $" + {totals.Unreadable} unreadable + {totals.NotStored} not stored";

    private void Note(int first, int end, GapCause cause)
    {
        WasFull |= State.Ledger.Count == GapLedger.EntriesMax;
        for (int sample = first; sample < end; sample++)
        {
            _causes[sample] = _settled[sample] ? _causes[sample] : cause;
        }
    }

    private void Settle(int first, int end, bool hasRoom)
    {
        for (int sample = first; hasRoom && sample < end; sample++)
        {
            _settled[sample] = true;
        }
    }
}
