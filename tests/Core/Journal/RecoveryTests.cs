using UlmEdge.Core;
using UlmEdge.Core.Batches;
using UlmEdge.Core.Journal;
using UlmEdge.Ports;
using UlmEdge.Simulator.Faults;

namespace UlmEdge.Tests.Core.Journals;

/// <summary>A journal is made of whatever files there are: what can be read is there, what can not is counted.</summary>
public class RecoveryTests
{
    private readonly JournalBench _bench = new();

    [Fact]
    public void A_torn_tail_goes_and_nothing_else()
    {
        _bench.AppendUntil(50);
        _bench.Append(10);
        byte[] whole = _bench.Flash.Files["j0000001.0"];
        for (int cut = 1; cut < 40; cut++)
        {
            JournalBench bench = _bench.Branch();
            bench.Flash.Plant("j0000001.0", whole[..^cut]);
            bench.Open();
            Assert.Equal((4711, 50), (bench.Journal.Epoch, bench.Journal.NextSample));
            Assert.Equal("50 = 0 sent + 50 waiting + 0 thinned + 0 evicted + 0 unreadable + 0 not stored", bench.AccountText());
            Assert.True(bench.Append(10));
            Assert.Equal(["j0000001.0", "j0000002.0"], bench.Segments); // The torn one is left alone.
            Assert.Equal(60, bench.Waiting().Sum(batch => batch.SampleCount));
        }
    }

    [Fact]
    public void A_newest_segment_that_no_slot_took_note_of_is_told_later_and_its_loss_is_noticed()
    {
        _bench.AppendUntil(10);
        RefusingStore store = new(_bench.Flash);
        Journal journal = new(store, _bench.NodeId, _bench, _bench, _bench.SegmentsMax);
        int segments = journal.SegmentCount;
        while (journal.SegmentCount == segments)
        {
            // The second change of an append is the slot's, behind a new segment's file.
            store.RefusesChangesFrom = store.Changes + 1;
            store.RefusesChangesUntil = store.Changes + 2;
            Assert.True(journal.Append(_bench.Fill(new Batch(), journal.NextSample, 10)));
        }

        Assert.True(store.HasRefused);
        journal.Work();
        int next = journal.NextSample;
        _bench.Flash.Plant(_bench.Segments.Max()!, null);
        Assert.InRange(_bench.Open().NextSample, next, int.MaxValue);
    }

    [Fact]
    public void A_lost_newest_segment_costs_its_samples_and_no_number_comes_again()
    {
        _bench.AppendUntil(2000);
        int first = FirstSampleOf(_bench.Segments[^1]);
        _bench.Flash.Plant(_bench.Segments[^1], null);
        _bench.Open();
        Assert.Equal(4711, _bench.Journal.Epoch);
        Assert.True(_bench.Journal.NextSample >= 2000);
        Assert.Equal((first, 10), (_bench.Account().Waiting, _bench.Account().Unreadable)); // The slot knew of so many.
        Assert.Equal((Limits.LostTailSamples, first + 10), (_bench.Account().LeftOut, _bench.Account().Taken));
        Assert.Contains((NodeEvent.NumbersLeftOut, Limits.LostTailSamples), _bench.Events);
        int next = _bench.Journal.NextSample;
        Assert.Equal(next, _bench.Open().NextSample); // It is not lost once more.
        Assert.True(_bench.Append(10));
        Assert.Equal(next + 10, _bench.Open().NextSample);
        Assert.Equal(first + 10, _bench.Waiting().Sum(batch => batch.SampleCount));
    }

    [Fact]
    public void What_was_sent_of_a_lost_segment_stays_sent()
    {
        _bench.AppendUntil(2000);
        int first = FirstSampleOf(_bench.Segments[^1]);
        _bench.Journal.Acknowledge(0, first + 10);
        _bench.Append(10);
        _bench.Open(); // The slots know now.
        _bench.Flash.Plant(_bench.Segments[^1], null);
        _bench.Open();
        Assert.Equal((first + 10, 0), (_bench.Account().Sent, _bench.Account().Waiting));
    }

    [Fact]
    public void Lost_slots_cost_numbers_and_no_sample()
    {
        _bench.AppendUntil(500);
        _bench.Open();
        _bench.AppendUntil(1000);
        DeleteSlots();
        _bench.Open();
        Assert.Equal((4711, 3, 1000), (_bench.Journal.Epoch, _bench.Journal.Boot, _bench.Account().Waiting));
        Assert.True(_bench.Journal.NextSample >= 1000 + Limits.LostTailSamples);
        Assert.Equal(1000, _bench.Waiting().Sum(batch => batch.SampleCount));
    }

    [Fact]
    public void Without_slots_the_boots_count_on_also_where_the_newest_segment_tells_none()
    {
        _bench.AppendUntil(700);
        _bench.Open();
        _bench.AppendUntil(1400);
        string newest = _bench.Segments[^1];
        SegmentHeader header = new();
        Assert.True(header.TryRead(_bench.Flash.Files[newest], 100));
        _bench.Flash.Plant(newest, _bench.Flash.Files[newest][..header.Length]);
        DeleteSlots();
        _bench.Open();
        Assert.Equal((4711, 3), (_bench.Journal.Epoch, _bench.Journal.Boot));
    }

    [Fact]
    public void Without_slots_a_boot_counts_that_left_its_clock_only()
    {
        _bench.TimesAreUnix = false;
        _bench.Append(10);
        _bench.Open();
        _bench.Open();
        _bench.Journal.AppendClock(JournalBench.Midnight);
        DeleteSlots();
        Assert.Equal(4, _bench.Open().Boot);
    }

    [Fact]
    public void Without_slots_what_was_thinned_is_known_from_the_segments()
    {
        JournalBench bench = Thinned();
        LedgerTotals before = bench.Account();
        bench.Flash.Plant("cursor.0", null);
        bench.Flash.Plant("cursor.1", null);
        bench.Open();
        Assert.True(before.Thinned > 500);
        Assert.Equal(before.Thinned, bench.Account().Thinned);
        Assert.InRange(bench.Account().ThinnedInto, before.ThinnedInto - 9, before.ThinnedInto + 9);
    }

    [Fact]
    public void A_slot_that_is_gone_may_have_known_more()
    {
        _bench.AppendUntil(2000);
        JournalBench bench = _bench.Branch();
        string later = bench.Flash.Files.Where(file => file.Key.StartsWith("cursor")).MaxBy(file => Sequence(file.Value)).Key;
        bench.Flash.Plant(later, null);
        bench.Flash.Plant(bench.Segments[^1], null);
        bench.Open();
        Assert.True(bench.Journal.NextSample >= 2000);
    }

    [Fact]
    public void Without_slots_it_is_not_known_why_what_is_settled_is()
    {
        _bench.AppendUntil(1000);
        _bench.Journal.Acknowledge(0, 200);
        _bench.AppendUntil(1010);
        DeleteSlots();
        _bench.Open();
        Assert.Equal((200, 0, 810), (_bench.Account().Unknown, _bench.Account().Sent, _bench.Account().Waiting));
        int leftOut = Limits.LostTailSamples * Limits.SegmentsMax;
        Assert.Equal((1010, leftOut), (_bench.Account().Taken, _bench.Account().LeftOut));
        string before = _bench.AccountText();
        _bench.Open(); // Once is enough.
        Assert.Equal(before, _bench.AccountText());
    }

    [Fact]
    public void A_flash_that_cannot_say_what_it_holds_is_asked_for_each_name()
    {
        JournalBench whole = ThinnedLazily.Value.Branch();
        whole.Open();
        RefusingStore store = new(ThinnedLazily.Value.Branch().Flash) { RefusesLists = true };
        Journal journal = new(store, whole.NodeId, whole, whole, whole.SegmentsMax);
        Assert.True(journal.IsUsable);
        Assert.Equal(
            (whole.Journal.NextSample, whole.Journal.SegmentCount, whole.Journal.UnsettledCount),
            (journal.NextSample, journal.SegmentCount, journal.UnsettledCount));
    }

    [Fact]
    public void A_flash_that_cannot_say_what_it_holds_and_has_no_slots_is_a_new_one()
    {
        RefusingStore store = new(new SimulatedFlash()) { RefusesLists = true };
        Journal journal = new(store, "donau-07", _bench, _bench, 8);
        Assert.True(journal.IsUsable);
        Assert.Equal((1, 0), (journal.Boot, journal.NextSample));
    }

    [Fact]
    public void A_cut_between_a_result_s_ledger_and_its_deletions_leaves_files_that_go_later()
    {
        JournalBench bench = new(8);
        while (bench.Segments.All(name => name.EndsWith(".0")))
        {
            bench.Append(10);
            bench.Journal.Work();
        }

        int before = bench.Segments.Length;
        JournalBench after = bench.Branch();
        after.Open();
        Assert.Equal(before, after.Segments.Length); // Listed, until the ledger is in flash.
        after.Work();
        Assert.True(after.Segments.Length < before);
        after.AssertSamples(bench.Journal.NextSample, 0);
    }

    [Fact]
    public void A_damaged_header_costs_nothing_the_records_tell_where_they_belong()
    {
        _bench.AppendUntil(2000);
        foreach (string name in _bench.Segments)
        {
            JournalBench bench = _bench.Branch();
            byte[] file = [.. bench.Flash.Files[name]];
            file[5] ^= 1;
            bench.Flash.Plant(name, file);
            bench.Open();
            Assert.Equal(2000, bench.Waiting().Sum(batch => batch.SampleCount));
            Assert.Equal((2000, 0), (bench.Journal.NextSample, bench.Account().Unreadable));
        }
    }

    [Fact]
    public void A_half_deleted_journal_counts_what_is_missing()
    {
        _bench.AppendUntil(3000);
        string[] gone = [.. _bench.Segments.Where((_, index) => index % 2 == 0)];
        int expected = gone.Sum(name => FirstSampleOf(Following(name)) - FirstSampleOf(name));
        foreach (string name in gone)
        {
            _bench.Flash.Plant(name, null);
        }

        _bench.Open();
        int waiting = _bench.Waiting().Sum(batch => batch.SampleCount);
        Assert.True(expected > 500);
        Assert.Equal((3000 - expected, expected), (waiting, _bench.Account().Unreadable));
        Assert.Equal(expected, _bench.Events.Where(e => e.What == NodeEvent.SamplesUnreadable).Sum(e => e.Detail));
    }

    [Fact]
    public void A_flash_that_refuses_to_be_read_at_boot_loses_nothing_and_is_left_alone()
    {
        _bench.AppendUntil(2000);
        int files = _bench.Flash.Files.Count;
        _bench.Flash.RefusesReads = true;
        _bench.Open();
        Assert.False(_bench.Journal.IsUsable);
        Assert.False(_bench.Append(10));
        Assert.False(_bench.Journal.AppendClock(1));
        Assert.False(_bench.Journal.TryReadNext(0, _bench.Read));
        Assert.False(_bench.Journal.Work());
        _bench.Flash.RefusesReads = false;
        Assert.Equal(files, _bench.Flash.Files.Count);
        _bench.Open();
        Assert.Equal((4711, 2000), (_bench.Journal.Epoch, _bench.Waiting().Sum(batch => batch.SampleCount)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void One_refused_look_in_the_recovery_is_no_evidence(bool withoutSlots)
    {
        JournalBench thinned = ThinnedLazily.Value.Branch();
        string damaged = thinned.Segments[^2];
        byte[] file = [.. thinned.Flash.Files[damaged]];
        file[5] ^= 1;
        thinned.Flash.Plant(damaged, file);
        if (withoutSlots)
        {
            thinned.Flash.Plant("cursor.0", null);
            thinned.Flash.Plant("cursor.1", null);
        }

        string output = thinned.Segments.Last(name => name.EndsWith(".2"));
        SegmentHeader header = new();
        byte[] result = thinned.Flash.Files[output];
        Assert.True(header.TryRead(result, result.Length));
        thinned.Flash.Plant(SegmentName.Of(header.LastNumber, 0), OneBatch(header)); // An input that a cut has left.
        JournalBench whole = thinned.Branch();
        whole.Open();
        int expected = whole.Waiting().Sum(batch => batch.SampleCount);
        bool wasUsable = false;
        for (int look = 0; !wasUsable; look++)
        {
            RefusingStore store = new(thinned.Flash.Copy()) { RefusesLook = look };
            Journal journal = new(store, thinned.NodeId, thinned, thinned, thinned.SegmentsMax);
            wasUsable = !store.HasRefused;
            Assert.True(journal.IsUsable); // It is looked again.
            Assert.Equal((4711, whole.Journal.NextSample), (journal.Epoch, journal.NextSample));
            JournalBench after = thinned.Branch();
            store.CopyTo(after.Flash);
            after.Open();
            Assert.Equal(4711, after.Journal.Epoch);
            Assert.Equal(expected, after.Waiting().Sum(batch => batch.SampleCount));
        }
    }

    /// <summary>A journal of all levels; to be branched.</summary>
    internal static readonly Lazy<JournalBench> ThinnedLazily = new(Thinned);

    private static JournalBench Thinned()
    {
        JournalBench bench = new(8);
        for (int i = 0; i < 1_200; i++)
        {
            bench.Append(10);
            bench.Work();
        }

        return bench;
    }

    private static byte[] OneBatch(SegmentHeader result)
    {
        byte[] file = new byte[SegmentHeader.BytesMax];
        SegmentHeader header = new()
        {
            NodeHash = result.NodeHash, Epoch = result.Epoch, Number = result.LastNumber, LastNumber = result.LastNumber,
            FirstSample = result.EndSample - 1, EndSample = result.EndSample - 1,
        };
        return file[..header.Write(file)];
    }

    private static int Sequence(byte[] slot) => (slot[3] << 24) | (slot[4] << 16) | (slot[5] << 8) | slot[6];

    private void DeleteSlots()
    {
        _bench.Flash.Plant("cursor.0", null);
        _bench.Flash.Plant("cursor.1", null);
    }

    private string Following(string name) => _bench.Segments.SkipWhile(other => other != name).ElementAt(1);

    private int FirstSampleOf(string name)
    {
        SegmentHeader header = new();
        Assert.True(header.TryRead(_bench.Flash.Files[name], _bench.Flash.Files[name].Length));
        return header.FirstSample;
    }
}
