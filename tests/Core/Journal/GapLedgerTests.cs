using CsCheck;
using UlmEdge.Core.Batches;
using UlmEdge.Core.Journal;

namespace UlmEdge.Tests.Core.Journals;

/// <summary>The ledger against a list of single samples: it adds up, for any range, at every moment.</summary>
public class GapLedgerTests
{
    private static readonly Gen<(int What, int First, int Length)> AnyStep =
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 400], Gen.Int[1, 30]);

    [Fact]
    public void It_says_of_every_sample_what_became_of_it() => AnyStep.Array[1, 60].Sample(steps =>
    {
        LedgerModel model = new();
        foreach ((int what, int first, int length) in steps)
        {
            Do(model, what, first, length);
            AssertExact(model, first % (model.Taken + 1), model.Taken);
            AssertExact(model, 0, model.Taken - (first % (model.Taken + 1)));
        }
    });

    [Fact]
    public void It_adds_up_also_when_there_are_more_entries_than_fit() =>
        Gen.Select(AnyStep.Array[100, 400], Gen.Int[1, 3]).Sample((steps, size) =>
        {
            LedgerModel model = new();
            foreach ((int what, int first, int length) in steps)
            {
                Do(model, what, first, 1 + (length % size));
                model.Take(2);
            }

            for (int from = 0; from < model.Taken; from += 7)
            {
                AssertExact(model, from, model.Taken);
                AssertExact(model, 0, from);
            }
        }, iter: 60);

    [Fact]
    public void The_oldest_that_cannot_change_any_more_become_sums_and_the_sums_are_right()
    {
        LedgerModel model = new();
        model.Take(1000);
        for (int sample = 0; sample < 900; sample += 9)
        {
            model.Acknowledge(sample, sample + 4, false);
            model.GiveUp(sample + 4, sample + 7, sample % 2 == 0 ? GapCause.Evicted : GapCause.Unreadable);
            model.Thin(sample + 7, sample + 9, 1);
            model.Acknowledge(sample + 7, sample + 9, true);
            AssertExact(model, 0, 1000);
        }

        GapLedger ledger = model.State.Ledger;
        Assert.InRange(ledger.Count, GapLedger.EntriesMax - 2, GapLedger.EntriesMax);
        Assert.InRange(ledger.FoldedUpTo, 600, 750);
        Assert.False(model.WasFull);
        AssertExact(model, 0, ledger.FoldedUpTo);
        AssertExact(model, ledger.FoldedUpTo, 1000);
        Assert.Equal(100, ledger.Account(0, 1000).ThinnedInto);
        LedgerTotals half = ledger.Account(0, ledger.FoldedUpTo / 2); // Each cause has its share.
        Assert.InRange(half.Evicted, ledger.FoldedUpTo / 2 / 6 - 4, ledger.FoldedUpTo / 2 / 6 + 4);
        AssertSame(ledger, 1000);
        Assert.True(ledger.Note(0, 9, GapCause.NotStored, 0)); // What is folded is said for good.
        Assert.Equal(0, ledger.Account(0, 1000).NotStored);
    }

    [Fact]
    public void Where_nothing_can_be_folded_it_refuses_and_nothing_changes()
    {
        LedgerModel model = new();
        model.Take(400);
        for (int i = 0; i < GapLedger.EntriesMax - 1; i++)
        {
            model.Thin(9 * i, (9 * i) + 1, 1); // Nothing is settled: all of them may still change.
        }

        Assert.False(model.WasFull);
        string before = LedgerModel.Text(model.State.Ledger.Account(0, 400));
        Assert.False(model.State.Ledger.Note(380, 390, GapCause.Evicted, 0));
        Assert.Equal(0, model.State.GiveUp(380, 390, GapCause.Evicted));
        Assert.Equal(before, LedgerModel.Text(model.State.Ledger.Account(0, 400)));
        Assert.False(model.State.Settled.Covers(380, 381)); // It is met again, and noted then.
        model.State.Settled.Add(0, 40);
        Assert.Equal(10, model.State.GiveUp(380, 390, GapCause.Evicted));
        Assert.Equal(10, model.State.Ledger.Account(0, 400).Evicted);
    }

    [Fact]
    public void A_final_cause_stays_and_only_what_was_thinned_can_become_another()
    {
        LedgerModel model = new();
        model.Take(100);
        GapLedger ledger = model.State.Ledger;
        Assert.True(ledger.Note(20, 40, GapCause.NotStored, 0));
        Assert.True(ledger.Note(50, 60, GapCause.Thinned, 3));
        Assert.True(ledger.Note(0, 100, GapCause.Evicted, 0));
        Assert.Equal("100 = 0 sent + 0 waiting + 0 thinned + 80 evicted + 0 unreadable + 20 not stored", Account(ledger));
        Assert.True(ledger.Note(0, 100, GapCause.Thinned, 9));
        Assert.Equal((0, 0), (ledger.Account(0, 100).Thinned, ledger.Account(0, 100).ThinnedInto));
    }

    [Fact]
    public void Numbers_that_were_left_out_were_not_taken_and_what_is_unknown_was()
    {
        LedgerModel model = new();
        model.Take(100);
        model.GiveUp(0, 30, GapCause.Unknown);
        model.GiveUp(40, 60, GapCause.LeftOut);
        AssertExact(model, 0, 100);
        Assert.Equal(
            "80 = 0 sent + 50 waiting + 0 thinned + 0 evicted + 0 unreadable + 0 not stored + 30 unknown, 20 left out",
            Account(model.State.Ledger));
    }

    [Fact]
    public void What_it_says_something_of_and_what_not_is_found_from_any_sample()
    {
        GapLedger ledger = new(new SettledSamples());
        ledger.Note(10, 20, GapCause.Evicted, 0);
        ledger.Note(20, 25, GapCause.Thinned, 1);
        Assert.Equal([5, 25, 25, 25, 30], new[] { 5, 10, 19, 24, 30 }.Select(ledger.NextFree));
        Assert.Equal([10, 10, 22, 40, 40], new[] { 0, 10, 22, 25, 30 }.Select(sample => ledger.NextNoted(sample, 40)));
        Assert.Equal(8, ledger.NextNoted(0, 8));
    }

    [Fact]
    public void A_second_thinning_counts_the_samples_once_and_the_later_summaries()
    {
        LedgerModel model = new();
        model.Take(120);
        model.Thin(0, 60, 6);
        model.Thin(60, 120, 6);
        Assert.Equal(12, model.State.Ledger.Account(0, 120).ThinnedInto);
        Assert.Equal(1, model.State.Ledger.Count);
        model.Thin(0, 120, 2);
        Assert.Equal((120, 2), (model.State.Ledger.Account(0, 120).Thinned, model.State.Ledger.Account(0, 120).ThinnedInto));
        model.GiveUp(0, 60, GapCause.Evicted);
        LedgerTotals totals = model.State.Ledger.Account(0, 120);
        Assert.Equal((60, 60, 1), (totals.Thinned, totals.Evicted, totals.ThinnedInto));
    }

    [Fact]
    public void It_comes_back_from_its_bytes() => AnyStep.Array[1, 60].Sample(steps =>
    {
        LedgerModel model = new();
        foreach ((int what, int first, int length) in steps)
        {
            Do(model, what, first, length);
        }

        AssertSame(model.State.Ledger, model.Taken);
    });

    [Theory]
    [InlineData(0, 0, 41, 1, 5, 1)] // More entries than there can be.
    [InlineData(0, 0, 1, 1, 0, 1)] // An empty entry.
    [InlineData(0, 0, 1, 6, 5, 1)] // A cause that there is none of.
    [InlineData(0, 0, 2, 1, 5, 1)] // An entry that is missing.
    [InlineData(9, 10, 0, 1, 5, 1)] // More samples than were folded.
    [InlineData(-1, 0, 0, 1, 5, 1)] // Numbers that there are none of.
    [InlineData(0, 0, 1, 1, 5, -1)]
    public void Bytes_that_break_the_invariant_are_refused(int foldedUpTo, int folded, int count, int cause, int size, int first)
    {
        byte[] buffer = new byte[40];
        BitWriter writer = new();
        writer.Restart(buffer, 0, buffer.Length);
        foreach (int number in new[] { foldedUpTo, 0, 0, folded, 0, 0, 0, 0, count })
        {
            writer.WriteVarint((uint)number);
        }

        writer.Write((uint)cause, 8);
        foreach (int number in new[] { first, size, 0 })
        {
            writer.WriteVarint((uint)number);
        }

        GapLedger ledger = new(new SettledSamples());
        Assert.False(ledger.Read(Reader(buffer, writer.Position)));
        Assert.Equal(0, ledger.Count);
    }

    [Fact]
    public void However_often_it_takes_back_a_middle_there_are_no_more_entries_than_can_be_read()
    {
        GapLedger ledger = new(new SettledSamples());
        int noted = 0;
        while (ledger.Note(100 * noted, (100 * noted) + 50, GapCause.Thinned, 5))
        {
            noted++;
        }

        for (int i = 0; i < noted; i++)
        {
            ledger.ForgetThinned((100 * i) + 10, (100 * i) + 20);
            Assert.InRange(ledger.Count, noted, GapLedger.EntriesMax);
        }

        AssertSame(ledger, 100 * noted);
    }

    [Fact]
    public void It_is_ahead_of_the_flash_from_a_note_until_it_was_written()
    {
        GapLedger ledger = new(new SettledSamples());
        ledger.Note(3, 3, GapCause.Evicted, 0);
        Assert.False(ledger.IsAhead);
        ledger.Note(3, 4, GapCause.Evicted, 0);
        Assert.True(ledger.IsAhead);
        ledger.BecomeDurable();
        Assert.False(ledger.IsAhead);
    }

    private static void Do(LedgerModel model, int what, int first, int length)
    {
        first = Math.Min(first, model.Taken);
        int end = Math.Min(first + length, model.Taken);
        switch (what)
        {
            case < 4: model.Take(length); break;
            case 4: model.Thin(first, end, 1 + (length / 10)); break;
            case 5: model.GiveUp(first, end, GapCause.Evicted); break;
            case 6: model.GiveUp(first, end, GapCause.Unreadable); break;
            case 7: model.GiveUp(first, end, (GapCause)(3 + (length % 3))); break;
            case 8: model.Acknowledge(first, end, false); break;
            default: model.Acknowledge(first, end, true); break;
        }
    }

    // Below what is folded, only sums are known.
    private static void AssertExact(LedgerModel model, int first, int end)
    {
        int folded = model.State.Ledger.FoldedUpTo;
        LedgerTotals totals = model.State.Ledger.Account(first, end);
        if ((first == 0 && end >= folded) || first >= folded)
        {
            Assert.Equal(model.Expected(first, end), LedgerModel.Text(totals));
        }

        int[] parts = [totals.Sent, totals.Waiting, totals.Thinned, totals.Evicted, totals.Unreadable, totals.NotStored, totals.Unknown];
        Assert.All([.. parts, totals.LeftOut], part => Assert.True(part >= 0, LedgerModel.Text(totals)));
        Assert.Equal((totals.Taken, end - first), (parts.Sum(), totals.Taken + totals.LeftOut));
    }

    private static string Account(GapLedger ledger) => LedgerModel.Text(ledger.Account(0, 100));

    private static void AssertSame(GapLedger ledger, int taken)
    {
        byte[] buffer = new byte[JournalState.BytesMax];
        BitWriter writer = new();
        writer.Restart(buffer, 0, buffer.Length);
        ledger.Write(writer);
        GapLedger back = new(new SettledSamples());
        Assert.True(back.Read(Reader(buffer, writer.Position)));
        Assert.Equal((ledger.Count, ledger.FoldedUpTo), (back.Count, back.FoldedUpTo));
        LedgerTotals expected = ledger.Account(0, taken);
        LedgerTotals actual = back.Account(0, taken);
        Assert.Equal(
            (expected.Thinned, expected.ThinnedInto, expected.Evicted, expected.Unreadable, expected.NotStored, expected.LeftOut),
            (actual.Thinned, actual.ThinnedInto, actual.Evicted, actual.Unreadable, actual.NotStored, actual.LeftOut));
        Assert.Equal(expected.Unknown, actual.Unknown);
    }

    private static BitReader Reader(byte[] buffer, int end)
    {
        BitReader reader = new();
        reader.Restart(buffer, 0, end);
        return reader;
    }
}
