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
            if (!model.WasFull)
            {
                AssertExact(model, first % (model.Taken + 1), model.Taken);
                AssertExact(model, 0, model.Taken - (first % (model.Taken + 1)));
            }
        }
    });

    [Fact]
    public void It_adds_up_also_when_entries_had_to_be_joined() => Gen.Select(AnyStep.Array[100, 400], Gen.Int[1, 3]).Sample((steps, size) =>
    {
        LedgerModel model = new();
        foreach ((int what, int first, int length) in steps)
        {
            Do(model, what, first, 1 + (length % size));
            model.Take(2);
            for (int from = 0; from < model.Taken; from += 1 + (first % 40))
            {
                AssertAddsUp(model.State.Ledger.Account(from, model.Taken));
                AssertAddsUp(model.State.Ledger.Account(0, from));
            }
        }
    });

    [Fact]
    public void Joined_entries_of_which_nothing_is_open_stay_exact_as_a_whole()
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

        Assert.Equal(GapLedger.EntriesMax, model.State.Ledger.Count);
        AssertExact(model, 850, 1000);
        Assert.Equal(100, model.State.Ledger.Account(0, 1000).ThinnedInto);
    }

    [Fact]
    public void In_a_coarse_entry_what_is_open_changes_hands_and_never_twice()
    {
        LedgerModel model = new();
        model.Take(400);
        model.Thin(0, 10, 2);
        for (int i = 0; i < GapLedger.EntriesMax; i++)
        {
            model.Thin(20 + (9 * i), 21 + (9 * i), 1); // Nothing is settled: the two oldest entries become one, with what lies between.
        }

        GapLedger ledger = model.State.Ledger;
        Assert.Equal((11, 10), (ledger.Account(0, 21).Thinned, ledger.Account(0, 21).Waiting));
        ledger.Note(0, 10, GapCause.Evicted, 0);
        LedgerTotals totals = ledger.Account(0, 21);
        Assert.Equal((1, 10, 10), (totals.Thinned, totals.Evicted, totals.Waiting));
        ledger.NoteSent(0, 10);
        ledger.NoteSent(0, 10);
        ledger.Note(0, 21, GapCause.Evicted, 0);
        totals = ledger.Account(0, 21);
        Assert.Equal((0, 11, 10, 0), (totals.Thinned, totals.Evicted, totals.Sent, totals.Waiting));
        AssertAddsUp(ledger.Account(0, 400));
        AssertAddsUp(ledger.Account(0, 21));
        AssertSame(ledger, 400);
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
    [InlineData(41, 0, 5, 0, 5)] // More entries than there can be.
    [InlineData(1, 0, 0, 0, 0)] // An empty entry.
    [InlineData(1, 0, 5, 2, 4)] // More samples than the range has.
    public void Bytes_that_break_the_invariant_are_refused(int count, int first, int size, int sent, int thinned)
    {
        byte[] buffer = new byte[20];
        BitWriter writer = new();
        writer.Restart(buffer, 0, buffer.Length);
        foreach (int number in new[] { count, first, size, sent, 1, thinned, 0, 0, 0 })
        {
            writer.WriteVarint((uint)number);
        }

        GapLedger ledger = new(new SettledSamples());
        Assert.False(ledger.Read(Reader(buffer, writer.Position)));
        Assert.Equal(0, ledger.Count);
    }

    [Fact]
    public void It_is_ahead_of_the_flash_from_a_note_until_it_was_written()
    {
        GapLedger ledger = new(new SettledSamples());
        ledger.Note(3, 3, GapCause.Evicted, 0);
        ledger.NoteSent(0, 10);
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
            case 7: model.GiveUp(first, end, GapCause.NotStored); break;
            case 8: model.Acknowledge(first, end, false); break;
            default: model.Acknowledge(first, end, true); break;
        }
    }

    private static void AssertExact(LedgerModel model, int first, int end)
    {
        if (first < end)
        {
            Assert.Equal(LedgerModel.Text(model.Expected(first, end)), LedgerModel.Text(model.State.Ledger.Account(first, end)));
        }
    }

    private static void AssertAddsUp(LedgerTotals totals)
    {
        int[] parts = [totals.Sent, totals.Waiting, totals.Thinned, totals.Evicted, totals.Unreadable, totals.NotStored];
        Assert.All(parts, part => Assert.True(part >= 0, LedgerModel.Text(totals)));
        Assert.Equal(totals.Taken, parts.Sum());
    }

    private static void AssertSame(GapLedger ledger, int taken)
    {
        byte[] buffer = new byte[JournalState.BytesMax];
        BitWriter writer = new();
        writer.Restart(buffer, 0, buffer.Length);
        ledger.Write(writer);
        GapLedger back = new(new SettledSamples());
        Assert.True(back.Read(Reader(buffer, writer.Position)));
        Assert.Equal(ledger.Count, back.Count);
        LedgerTotals expected = ledger.Account(0, taken);
        LedgerTotals actual = back.Account(0, taken);
        Assert.Equal(
            (expected.Thinned, expected.ThinnedInto, expected.Evicted, expected.Unreadable, expected.NotStored),
            (actual.Thinned, actual.ThinnedInto, actual.Evicted, actual.Unreadable, actual.NotStored));
    }

    private static BitReader Reader(byte[] buffer, int end)
    {
        BitReader reader = new();
        reader.Restart(buffer, 0, end);
        return reader;
    }
}
