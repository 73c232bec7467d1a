using CsCheck;
using UlmEdge.Core.Batches;
using UlmEdge.Core.Journal;
using UlmEdge.Ports;
using UlmEdge.Simulator.Faults;

namespace UlmEdge.Tests.Core.Journals;

/// <summary>Files that this node never wrote, or not so: it starts, says so, and loses only what can not be read.</summary>
public class ForeignJournalTests
{
    private readonly JournalBench _bench = new();

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
        Assert.Equal(["j0000001.0"], _bench.Segments); // It goes once the new epoch is in flash, not before.
        _bench.Work();
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
        _bench.Work();
        Assert.Equal(["j0000001.0"], _bench.Segments);
        Assert.Contains((NodeEvent.JournalForeign, 2), _bench.Events);
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
    public void Random_bytes_in_all_files_are_survived() =>
        Gen.Select(Gen.Byte.Array[0, 5000].Array[6], Gen.Bool).Sample((files, keepsMagic) =>
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
            JournalBench bench = RecoveryTests.ThinnedLazily.Value.Branch();
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
            Assert.Equal(next + 10, totals.Taken + totals.LeftOut);
            Assert.Equal((0, 0), (totals.Waiting, bench.Journal.UnsettledCount));
            bench.Open();
            Assert.Equal(next + 10, bench.Journal.NextSample);
        }, iter: 300);

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
}
