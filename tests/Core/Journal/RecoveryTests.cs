using CsCheck;
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
    public void A_lost_newest_segment_costs_its_samples_and_no_number_comes_again()
    {
        _bench.AppendUntil(2000);
        int first = FirstSampleOf(_bench.Segments[^1]);
        _bench.Flash.Plant(_bench.Segments[^1], null);
        _bench.Open();
        Assert.Equal(4711, _bench.Journal.Epoch);
        Assert.True(_bench.Journal.NextSample >= 2000);
        Assert.Equal((first, _bench.Journal.NextSample - first), (_bench.Account().Waiting, _bench.Account().Unreadable));
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
    public void Another_node_s_journal_is_not_continued()
    {
        _bench.AppendUntil(100);
        _bench.NodeId = "donau-08";
        _bench.NextEpoch = 99;
        _bench.Open();
        Assert.Equal((99, 1, 0, 0), (_bench.Journal.Epoch, _bench.Journal.Boot, _bench.Journal.NextSample, _bench.Journal.SegmentCount));
        Assert.Contains((NodeEvent.JournalForeign, 1), _bench.Events);
        Assert.Contains((NodeEvent.JournalFormatted, 99), _bench.Events);
        Assert.Empty(_bench.Segments);
    }

    [Fact]
    public void A_segment_of_another_epoch_goes()
    {
        _bench.AppendUntil(100);
        JournalBench other = new() { NextEpoch = 5 };
        other.Flash.Plant("cursor.0", null);
        other.Flash.Plant("cursor.1", null);
        other.Open();
        other.AppendUntil(1000);
        _bench.Flash.Plant("j0000009.0", other.Flash.Files["j0000001.0"]); // Its header says 1: salvaged by its records, if at all.
        _bench.Flash.Plant("j0000002.0", other.Flash.Files["j0000002.0"]);
        _bench.Open();
        Assert.Equal(100, _bench.Waiting().Sum(batch => batch.SampleCount));
        Assert.Equal(["j0000001.0"], _bench.Segments);
        Assert.Contains((NodeEvent.JournalForeign, 2), _bench.Events);
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
    public void An_older_or_newer_format_is_none_of_ours()
    {
        _bench.AppendUntil(1000);
        foreach (string name in _bench.Flash.Files.Keys.ToArray())
        {
            byte[] file = [.. _bench.Flash.Files[name]];
            file[2] += (byte)(name[0] == 'j' ? 0x10 : 1);
            int end = name[0] == 'j' ? file[3] - 4 : file.Length - 4;
            BitConverter.GetBytes(Crc32.Compute(file, 0, end)).CopyTo(file, end);
            _bench.Flash.Plant(name, file);
        }

        _bench.NextEpoch = 99;
        _bench.Open();
        Assert.Equal((99, 0), (_bench.Journal.Epoch, _bench.Journal.NextSample));
        Assert.Contains(_bench.Events, e => e.What == NodeEvent.JournalForeign);
        Assert.True(_bench.Append(10));
    }

    [Fact]
    public void Random_bytes_in_all_files_are_survived() => Gen.Select(Gen.Byte.Array[0, 5000].Array[6], Gen.Bool).Sample((files, keepsMagic) =>
    {
        JournalBench bench = new();
        string[] names = ["cursor.0", "cursor.1", "j0000001.0", "j0000002.1", "j0000003.2", "j0000004.3"];
        for (int i = 0; i < names.Length; i++)
        {
            byte[] magic = names[i][0] == 'j' ? "UJ\u0010"u8.ToArray() : "UC\u0001"u8.ToArray();
            bench.Flash.Plant(names[i], keepsMagic ? [.. magic, .. files[i]] : files[i]);
        }

        bench.Open();
        Assert.True(bench.Journal.IsUsable);
        bench.AppendUntil(bench.Journal.NextSample + 300);
        Assert.Equal(300, bench.Waiting().Sum(batch => batch.SampleCount));
    });

    [Fact]
    public void A_mutated_journal_starts_adds_up_and_drains() =>
        Gen.Select(Gen.Int[0, 10_000], Gen.Select(Gen.Int[0, 100], Gen.Int[0, 9], Gen.Int[0, 5_000]).Array[1, 6]).Sample((seed, changes) =>
        {
            JournalBench bench = ThinnedLazily.Value.Branch();
            Random random = new(seed);
            foreach ((int file, int what, int place) in changes)
            {
                Mutate(bench.Flash, bench.Flash.Files.Keys.ElementAt(file % bench.Flash.Files.Count), what, place, random);
            }

            bench.Open();
            Assert.True(bench.Journal.IsUsable);
            int next = bench.Journal.NextSample;
            Assert.True(bench.Append(10));
            bench.Drain();
            LedgerTotals totals = bench.Account();
            Assert.Equal(next + 10, totals.Sent + totals.Thinned + totals.Evicted + totals.Unreadable + totals.NotStored);
            bench.Open();
            Assert.Equal(next + 10, bench.Journal.NextSample);
        }, iter: 300);

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
            Assert.Equal(wasUsable, journal.IsUsable);
            JournalBench after = thinned.Branch();
            store.CopyTo(after.Flash);
            after.Open();
            Assert.Equal(4711, after.Journal.Epoch);
            Assert.Equal(expected, after.Waiting().Sum(batch => batch.SampleCount));
        }
    }

    private static readonly Lazy<JournalBench> ThinnedLazily = new(Thinned);

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

    private static void Mutate(SimulatedFlash flash, string name, int what, int place, Random random)
    {
        byte[] file = [.. flash.Files[name]];
        switch (what)
        {
            case 0:
                flash.Plant(name, null);
                return;
            case 1:
                file = [];
                break;
            case 2:
                file = file[..(place % (file.Length + 1))];
                break;
            case 3:
                random.NextBytes(file.AsSpan(place % (file.Length + 1)));
                break;
            case 4:
                flash.Plant($"j{1 + (place % 60):D7}.{place % 4}", file);
                return;
            case 5:
                file = [.. flash.Files.Values.ElementAt(place % flash.Files.Count)];
                break;
            case 6 when file.Length > 40:
                random.NextBytes(file.AsSpan(place % (file.Length - 8), 8));
                break;
            case 7 when file.Length == 0:
                break;
            default:
                file = file.Length == 0 ? [7] : file;
                file[place % file.Length] ^= (byte)(1 << (place % 8));
                break;
        }

        flash.Plant(name, file);
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
