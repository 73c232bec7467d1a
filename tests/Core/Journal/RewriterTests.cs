using UlmEdge.Core;
using UlmEdge.Core.Batches;
using UlmEdge.Core.Journal;
using UlmEdge.Simulator.Faults;

namespace UlmEdge.Tests.Core.Journals;

/// <summary>Old segments written anew: what a result replaces, it holds to the last record.</summary>
public class RewriterTests
{
    private const int Epoch = 4711;
    private const int Rows = 20;

    private readonly SimulatedFlash _flash = new();
    private readonly JournalState _state = new();
    private readonly SegmentList _segments = new();
    private readonly Workbench _bench = new();
    private readonly Rewriter _rewriter;
    private int _next;

    public RewriterTests()
    {
        _state.Format(1, Epoch);
        _rewriter = new Rewriter(_flash, _state, _segments, new CursorSlots(_flash, _bench), _bench);
    }

    [Fact]
    public void A_clock_that_finds_no_room_keeps_its_segment()
    {
        int without = 0;
        int with = 0;
        for (int samples = 120; samples < 260; samples++)
        {
            RewriterTests tests = new();
            tests.Fill(samples);
            tests.Run(2);
            bool hasAll = tests._rewriter.HasResult && tests._rewriter.EndSample == tests._next;
            if (hasAll && tests._rewriter.Replaced == 2)
            {
                Assert.True(tests.HasClock(), $"{samples} samples in the first segment");
                with++;
            }

            without += hasAll && tests._rewriter.Replaced == 1 ? 1 : 0;
        }

        Assert.True(with > 0 && without > 0, $"{with} with the clock, {without} without: no case at the border");
    }

    [Fact]
    public void Batches_that_are_settled_are_left_out_and_their_numbers_are_covered()
    {
        Fill(100);
        _state.Settled.Add(0, 30);
        _state.Settled.Add(40, 60);
        Run(2);
        Assert.True(_rewriter.HasResult);
        List<Batch> batches = Output();
        Assert.Equal(30, batches[0].FirstSample);
        Assert.Contains(batches, batch => batch.EndSample == 40);
        Assert.Contains(batches, batch => batch.FirstSample == 60);
        Assert.Equal(0, _rewriter.Result.FirstSample);
    }

    [Fact]
    public void A_summary_is_not_summed_up_to_the_same_again()
    {
        Fill(100);
        Run(2, SegmentLevel.TenMinutes);
        Segment result = _rewriter.Result;
        _segments.Remove(_segments.At(0));
        _segments.Remove(_segments.At(0));
        _segments.Add(result);
        Run(1, SegmentLevel.TenMinutes);
        Assert.False(_rewriter.HasResult || _rewriter.HasFailed || _rewriter.IsOvertaken);
    }

    [Fact]
    public void Records_of_another_epoch_are_not_taken_over()
    {
        Fill(20);
        byte[] file = _flash.Files["j0000001.0"];
        byte[] record = new byte[RecordCodec.BytesMax];
        Batch foreign = NewBatch(1_000, 1);
        foreign.Epoch = 5;
        int length = new RecordCodec().WriteBatch(foreign, new SettledSamples(), record, 0, record.Length);
        _flash.Plant("j0000001.0", [.. record[..length], .. file]);
        _segments.At(0).Length += length;
        Run(2);
        Assert.All(Output(), batch => Assert.Equal(Epoch, batch.Epoch));
    }

    [Fact]
    public void A_result_that_can_neither_be_written_nor_deleted_is_named()
    {
        Fill(100);
        _flash.RefusesWrites = true;
        Run(2);
        Assert.Equal((false, true, "j0000001.1"), (_rewriter.HasResult, _rewriter.HasFailed, _rewriter.Leftover));
        _flash.RefusesWrites = false;
        Run(2);
        Assert.Equal((true, false, null), (_rewriter.HasResult, _rewriter.HasFailed, _rewriter.Leftover));
    }

    [Fact]
    public void What_the_ledger_says_is_in_flash_before_a_result_calls_it_settled()
    {
        Fill(100);
        _state.GiveUp(0, 10, GapCause.Unreadable);
        Run(2);
        Assert.False(_state.Ledger.IsAhead);
        Assert.True(_flash.Files.ContainsKey("cursor.0"));
        _state.GiveUp(10, 20, GapCause.Unreadable);
        _flash.RefusesWrites = true;
        Run(2);
        Assert.True(_rewriter.HasFailed);
        Assert.Null(_rewriter.Leftover); // It was not even tried.
    }

    // Two segments and an open one: samples one by one, which move together; full batches, which do not, and their clock.
    private void Fill(int samples)
    {
        Add(1, [.. Enumerable.Range(0, samples).Select(_ => 1)], false);
        Add(2, [.. Enumerable.Range(0, 22).Select(_ => Rows)], true);
        Add(3, [], false);
        _state.NextSample = _next;
    }

    private void Add(int number, int[] batches, bool withClock)
    {
        byte[] content = new byte[2 * Limits.SegmentBytesMax];
        RecordCodec codec = new();
        Segment segment = new() { Name = SegmentName.Of(number, 0), Number = number, LastNumber = number, FirstSample = _next };
        foreach (int rows in batches)
        {
            segment.Length += codec.WriteBatch(NewBatch(_next, rows), new SettledSamples(), content, segment.Length, content.Length);
            _next += rows;
        }

        segment.Length += withClock
            ? codec.WriteClock(1, JournalBench.Midnight, new SettledSamples(), content, segment.Length, content.Length)
            : 0;
        _flash.Plant(segment.Name, content[..segment.Length]);
        _segments.Add(segment);
    }

    private static Batch NewBatch(int first, int rows)
    {
        Batch batch = new() { Epoch = Epoch, Boot = 1, FirstSample = first, RowCount = rows, ChannelCount = 3 };
        for (int row = 0; row < rows; row++)
        {
            batch.TimesSeconds[row] = 60L * (first + row);
            for (int column = 0; column < 3; column++)
            {
                batch.Channels[column] = column;
                batch.Values[batch.CellAt(row, column)] = JournalBench.ValueOf(first + row, column);
            }
        }

        return batch;
    }

    private void Run(int inputs, int level = SegmentLevel.Regrouped)
    {
        _rewriter.Start(0, inputs, level);
        for (int i = 0; _rewriter.IsBusy; i++)
        {
            Assert.True(i < 1_000, "the rewriting does not end");
            _rewriter.Step();
        }
    }

    private List<Batch> Output()
    {
        SegmentScanner scanner = new(_flash, _state, new Workbench());
        scanner.Open(_rewriter.Result, int.MaxValue);
        Batch batch = new();
        List<Batch> batches = [];
        for (RecordKind kind = scanner.Next(batch); kind != RecordKind.None; kind = scanner.Next(batch))
        {
            if (kind == RecordKind.Batch)
            {
                batches.Add(JournalBench.Copy(batch));
            }
        }

        return batches;
    }

    private bool HasClock()
    {
        SegmentScanner scanner = new(_flash, _state, new Workbench());
        scanner.Open(_rewriter.Result, int.MaxValue);
        Batch batch = new();
        RecordKind kind = scanner.Next(batch);
        while (kind == RecordKind.Batch)
        {
            kind = scanner.Next(batch);
        }

        return kind == RecordKind.Clock;
    }
}
