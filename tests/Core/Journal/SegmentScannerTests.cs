using CsCheck;
using UlmEdge.Core.Batches;
using UlmEdge.Core.Journal;
using UlmEdge.Simulator.Faults;

namespace UlmEdge.Tests.Core.Journals;

/// <summary>Damage costs the record that it hits, and no other.</summary>
public class SegmentScannerTests
{
    private readonly SimulatedFlash _flash = new();
    private readonly JournalState _state = new() { Epoch = 1_234_567 };
    private readonly Batch _batch = new();
    private readonly Workbench _bench = new();

    [Fact]
    public void All_records_come_in_their_order()
    {
        (byte[] content, int[] starts) = Records(30);
        Assert.Equal(Enumerable.Range(0, 30), Scan(content, out bool sawDamage));
        Assert.False(sawDamage);
        Assert.Equal(30, starts.Length);
    }

    [Fact]
    public void Damage_is_passed_over_and_the_next_record_is_found() =>
        Gen.Select(Gen.Int[0, 29], Gen.Int[0, 10_000], Gen.Int[1, 255]).Sample((record, place, flip) =>
        {
            (byte[] content, int[] starts) = Records(30);
            int next = record == 29 ? content.Length : starts[record + 1];
            content[starts[record] + (place % (next - starts[record]))] ^= (byte)flip;
            Assert.Equal(Enumerable.Range(0, 30).Where(number => number != record), Scan(content, out bool sawDamage));
            Assert.True(sawDamage);
        });

    [Fact]
    public void Torn_off_at_any_byte_all_before_is_there() => Gen.Int[1, 2_000].Sample(rest =>
    {
        (byte[] content, int[] starts) = Records(30);
        int length = content.Length - Math.Min(rest, content.Length);
        Assert.Equal(
            starts.Append(content.Length).Count(start => start <= length) - 1,
            Scan(content[..length], out bool sawDamage).Length);
        Assert.Equal(!starts.Contains(length), sawDamage);
    });

    [Fact]
    public void Bytes_that_nobody_wrote_hide_nothing() => Gen.Select(Gen.Byte.Array[1, 900], Gen.Int[0, 30]).Sample((garbage, record) =>
    {
        (byte[] content, int[] starts) = Records(30);
        int at = record == 30 ? content.Length : starts[record];
        Assert.Equal(Enumerable.Range(0, 30), Scan([.. content[..at], .. garbage, .. content[at..]], out bool sawDamage));
        Assert.True(sawDamage);
    });

    [Fact]
    public void A_refusal_to_be_read_is_no_end_and_no_damage()
    {
        (byte[] content, _) = Records(3);
        SegmentScanner scanner = Open(content);
        _flash.RefusesReads = true;
        Assert.Equal(RecordKind.None, scanner.Next(_batch));
        Assert.True(scanner.Failed);
        _flash.RefusesReads = false;
        Assert.Equal(RecordKind.Batch, scanner.Next(_batch));
        Assert.False(scanner.Failed);
        Assert.False(scanner.SawDamage);
        Assert.Equal(0, _batch.FirstSample);
    }

    [Fact]
    public void What_is_appended_later_is_read_too()
    {
        (byte[] content, int[] starts) = Records(3);
        SegmentScanner scanner = Open(content[..starts[2]]);
        scanner.Next(_batch);
        scanner.Next(_batch);
        Assert.Equal(RecordKind.None, scanner.Next(_batch));
        _flash.Append("j0000001.0", content[starts[2]..], content.Length - starts[2]);
        scanner.Segment.Length = content.Length;
        Assert.Equal(RecordKind.Batch, scanner.Next(_batch));
        Assert.Equal(2, _batch.FirstSample);
    }

    [Fact]
    public void A_file_that_is_shorter_than_it_was_ends_where_it_ends()
    {
        (byte[] content, int[] starts) = Records(3);
        SegmentScanner scanner = Open(content[..starts[2]]);
        scanner.Segment.Length = content.Length;
        scanner.Next(_batch);
        scanner.Next(_batch);
        Assert.Equal(RecordKind.None, scanner.Next(_batch));
    }

    [Fact]
    public void Samples_that_other_segments_hold_are_left_out() => Gen.Select(Gen.Int[0, 70], Gen.Int[0, 70]).Sample((one, other) =>
    {
        (int first, int end) = (Math.Min(one, other), Math.Max(one, other));
        byte[] content = Dense(10);
        SegmentScanner scanner = new SegmentScannerTests().Open(content, first, end);
        Batch batch = new();
        int next = first;
        while (scanner.Next(batch) == RecordKind.Batch)
        {
            Assert.Equal(next, batch.FirstSample);
            Assert.Equal(
                Enumerable.Range(next, batch.RowCount).Select(sample => (60L * sample, sample, -sample)),
                Enumerable.Range(0, batch.RowCount).Select(row =>
                    (batch.TimesSeconds[row], batch.Values[batch.CellAt(row, 0)], batch.Values[batch.CellAt(row, 2)])));
            next = batch.EndSample;
        }

        Assert.Equal(Math.Max(first, Math.Min(end, 55)), next);
    });

    [Fact]
    public void A_row_of_a_summary_that_reaches_across_a_border_is_left_out()
    {
        Batch batch = new() { WindowSeconds = 600, RowCount = 3, ChannelCount = 1, FirstSample = 100 };
        for (int row = 0; row < 3; row++)
        {
            (batch.RowSamples[row], batch.TimesSeconds[row]) = (10, 600 * row);
            (batch.Values[3 * row], batch.Reasons[(3 * row) + 1]) = (row, (byte)row);
        }

        batch.Keep(105, 130);
        Assert.Equal((110, 2, 600L), (batch.FirstSample, batch.RowCount, batch.TimesSeconds[0]));
        Assert.Equal((1, (byte)1), (batch.Values[0], batch.Reasons[1]));
        batch.Keep(110, 125);
        Assert.Equal((110, 1, 120), (batch.FirstSample, batch.RowCount, batch.EndSample));
        batch.Keep(120, 125);
        Assert.Equal(0, batch.RowCount);
    }

    [Fact]
    public void Records_of_another_epoch_are_passed_over()
    {
        (byte[] content, _) = Records(3);
        _state.Epoch = 5;
        SegmentScanner scanner = Open(content);
        Assert.Equal(RecordKind.None, scanner.Next(_batch));
        Assert.False(scanner.SawDamage || scanner.Failed);
    }

    [Fact]
    public void Of_batches_that_end_before_what_is_wanted_only_the_header_is_read()
    {
        SegmentScanner scanner = Open(Dense(10));
        scanner.FromSample = 15;
        for (int i = 0; i < 5; i++)
        {
            _batch.Values[0] = 999_999;
            Assert.Equal(RecordKind.Batch, scanner.Next(_batch));
            Assert.Equal(i * (i + 1) / 2, _batch.FirstSample);
            Assert.Equal(999_999, _batch.Values[0]);
        }

        Assert.Equal(RecordKind.Batch, scanner.Next(_batch));
        Assert.Equal((15, 15), (_batch.FirstSample, _batch.Values[0]));
    }

    [Fact]
    public void Scanners_share_a_bench_and_read_on_where_they_were_whoever_had_its_bytes_meanwhile() =>
        Gen.Int[0, 2].Array[1, 120].Sample(turns =>
        {
            SegmentScannerTests tests = new();
            SegmentScanner[] scanners = [tests.Open(Records(30).Content), tests.Open(Dense(10), name: "j0000002.0")];
            int[] read = [0, 0];
            foreach (int turn in turns)
            {
                if (turn == scanners.Length)
                {
                    Array.Fill(tests._bench.TakeBytes(), (byte)0xB1);
                    continue;
                }

                int number = read[turn]++;
                bool isThere = number < (turn == 0 ? 30 : 10);
                Assert.Equal(isThere ? RecordKind.Batch : RecordKind.None, scanners[turn].Next(tests._batch));
                if (isThere)
                {
                    Assert.Equal(turn == 0 ? number : number * (number + 1) / 2, tests._batch.FirstSample);
                }
            }

            Assert.DoesNotContain(scanners, scanner => scanner.SawDamage || scanner.Failed);
        });

    // Batches of 1, 2, 3 … samples, which follow each other.
    private static byte[] Dense(int count)
    {
        byte[] content = new byte[RecordCodec.BytesMax * count];
        RecordCodec codec = new();
        int length = 0;
        for (int i = 0, next = 0; i < count; next += ++i)
        {
            Batch batch = Batches.OfWeather([.. Enumerable.Range(next, i + 1).Select(sample => (60L * sample, sample, 0, -sample))]);
            batch.FirstSample = next;
            length += codec.WriteBatch(batch, new SettledSamples(), content, length, content.Length);
        }

        return content[..length];
    }

    private static (byte[] Content, int[] Starts) Records(int count)
    {
        byte[] content = new byte[RecordCodec.BytesMax * count];
        RecordCodec codec = new();
        List<int> starts = [];
        int length = 0;
        for (int i = 0; i < count; i++)
        {
            starts.Add(length);
            IEnumerable<int> rows = Enumerable.Range(0, 1 + (i % 9));
            Batch batch = Batches.OfWeather([.. rows.Select(row => (1_000L + (60 * row), 2137 * row, i, 95_712))]);
            batch.FirstSample = i;
            length += codec.WriteBatch(batch, new SettledSamples(), content, length, content.Length);
        }

        return (content[..length], [.. starts]);
    }

    private SegmentScanner Open(byte[] content, int first = 0, int end = int.MaxValue, string name = "j0000001.0")
    {
        _flash.Plant(name, content);
        SegmentScanner scanner = new(_flash, _state, _bench);
        scanner.Open(new Segment { Name = name, Length = content.Length, FirstSample = first }, end);
        return scanner;
    }

    private static int[] Scan(byte[] content, out bool sawDamage)
    {
        SegmentScanner scanner = new SegmentScannerTests().Open(content);
        Batch batch = new();
        List<int> found = [];
        while (scanner.Next(batch) == RecordKind.Batch)
        {
            found.Add(batch.FirstSample);
        }

        sawDamage = scanner.SawDamage;
        return [.. found];
    }
}
