using CsCheck;
using UlmEdge.Core;
using UlmEdge.Core.Journal;
using UlmEdge.Simulator.Faults;

namespace UlmEdge.Tests.Core.Journals;

/// <summary>Two slots in turn: whatever happens to one, the other tells the state before.</summary>
public class CursorSlotsTests
{
    private const uint Node = 0xCAFE;

    private readonly SimulatedFlash _flash = new();

    [Fact]
    public void The_later_state_is_read()
    {
        JournalState state = Formatted();
        CursorSlots slots = new(_flash, new Workbench());
        for (int i = 1; i <= 5; i++)
        {
            state.NextSample = 10 * i;
            Assert.True(slots.Write(state));
            JournalState back = new();
            Assert.True(new CursorSlots(_flash, new Workbench()).TryRead(Node, back));
            Assert.Equal((10 * i, i), (back.NextSample, back.Sequence));
        }

        Assert.Equal(["cursor.0", "cursor.1"], _flash.Files.Keys);
    }

    [Theory]
    [InlineData("cursor.0", 5)]
    [InlineData("cursor.1", 4)]
    public void Every_flipped_bit_of_one_leaves_the_other(string spoiled, int expected)
    {
        WriteStates(5);
        byte[] good = _flash.Files[spoiled];
        for (int bit = 0; bit < 8 * good.Length; bit++)
        {
            byte[] bad = [.. good];
            bad[bit / 8] ^= (byte)(1 << (bit % 8));
            _flash.Plant(spoiled, bad);
            JournalState back = new();
            CursorSlots slots = new(_flash, new Workbench());
            Assert.True(slots.TryRead(Node, back));
            Assert.Equal(9 - expected, back.Sequence);
            Assert.False(slots.IsOneGone);
            Assert.False(slots.FoundForeign);
        }
    }

    [Theory]
    [InlineData("cursor.0", 0)]
    [InlineData("cursor.1", 0)]
    [InlineData("cursor.1", 6)]
    [InlineData("cursor.1", 4000)]
    public void A_torn_slot_leaves_the_other_and_the_next_write_goes_to_it(string torn, int length)
    {
        WriteStates(6);
        int sequence = torn == "cursor.0" ? 6 : 5;
        _flash.Plant(torn, new byte[length]);
        CursorSlots slots = new(_flash, new Workbench());
        JournalState state = new();
        Assert.True(slots.TryRead(Node, state));
        Assert.Equal(sequence, state.Sequence);
        byte[] other = _flash.Files.Single(file => file.Key.StartsWith("cursor") && file.Key != torn).Value;
        Assert.True(slots.Write(state));
        Assert.Contains(_flash.Files.Values, file => ReferenceEquals(file, other));
        Assert.True(new CursorSlots(_flash, new Workbench()).TryRead(Node, state));
        Assert.Equal(sequence + 1, state.Sequence);
    }

    [Fact]
    public void Both_spoiled_tell_nothing()
    {
        WriteStates(2);
        _flash.Plant("cursor.0", []);
        _flash.Plant("cursor.1", [1, 2, 3, 4, 5, 6, 7, 8, 9]);
        CursorSlots slots = new(_flash, new Workbench());
        Assert.False(slots.TryRead(Node, new JournalState()));
        Assert.False(slots.FoundForeign);
        Assert.False(slots.Failed);
    }

    [Fact]
    public void A_slot_that_is_gone_is_noticed_but_not_one_that_never_was()
    {
        JournalState state = Formatted();
        CursorSlots slots = new(_flash, new Workbench());
        _flash.RefusesWrites = true;
        Assert.False(slots.Write(state));
        _flash.RefusesWrites = false;
        Assert.True(slots.Write(state));
        CursorSlots second = new(_flash, new Workbench());
        Assert.True(second.TryRead(Node, state));
        Assert.False(second.IsOneGone);
        WriteStates(3);
        foreach (string name in new[] { "cursor.0", "cursor.1" })
        {
            SimulatedFlash copy = _flash.Copy();
            copy.Plant(name, null);
            CursorSlots left = new(copy, new Workbench());
            Assert.True(left.TryRead(Node, state));
            Assert.True(left.IsOneGone);
        }
    }

    [Fact]
    public void The_longest_state_fits_the_bench() =>
        Assert.InRange(Workbench.BytesMax, CursorSlots.FrameBytes + JournalState.BytesMax, Limits.SegmentBytesMax);

    [Fact]
    public void Another_node_s_slots_and_another_format_s_are_foreign()
    {
        WriteStates(2);
        CursorSlots slots = new(_flash, new Workbench());
        Assert.False(slots.TryRead(Node + 1, new JournalState()));
        Assert.True(slots.FoundForeign);
    }

    [Theory]
    [InlineData(0, 1, 1, 1)]
    [InlineData(-1, 1, 1, 1)]
    [InlineData(1, -1, 1, 1)]
    [InlineData(1, 1, -1, 1)]
    [InlineData(1, 1, 1, -1)]
    public void A_state_that_makes_no_sense_is_foreign(int epoch, int boot, int next, int segment)
    {
        JournalState state = Formatted();
        (state.Epoch, state.Boot, state.NextSample, state.NewestSegment) = (epoch, boot, next, segment);
        Assert.True(new CursorSlots(_flash, new Workbench()).Write(state));
        CursorSlots slots = new(_flash, new Workbench());
        Assert.False(slots.TryRead(Node, new JournalState()));
        Assert.True(slots.FoundForeign);
    }

    [Fact]
    public void A_refusal_to_be_read_is_told_from_nothing_being_there()
    {
        WriteStates(2);
        _flash.RefusesReads = true;
        CursorSlots slots = new(_flash, new Workbench());
        Assert.False(slots.TryRead(Node, new JournalState()));
        Assert.True(slots.Failed);
        CursorSlots empty = new(new SimulatedFlash(), new Workbench());
        Assert.False(empty.TryRead(Node, new JournalState()));
        Assert.False(empty.Failed);
    }

    [Fact]
    public void Any_state_comes_back() => Gen.Select(
        Gen.Int[1, (1 << 21) - 1],
        Gen.Int[0, int.MaxValue],
        Gen.Int[0, 1 << 30],
        Gen.UInt,
        Gen.Select(Gen.Int[0, 900], Gen.Int[1, 20], Gen.Int[0, 4]).Array[0, 80]).Sample((epoch, boot, next, known, steps) =>
    {
        JournalState state = new();
        state.Format(Node, epoch);
        (state.Boot, state.NextSample, state.NewestSegment, state.KnownUnixSeconds) = (boot, next, boot / 2, known);
        foreach ((int first, int length, int cause) in steps)
        {
            _ = cause == 4 ? state.Settled.Add(first, first + length) : state.GiveUp(first, first + length, (GapCause)cause) > 0;
        }

        SimulatedFlash flash = new();
        Assert.True(new CursorSlots(flash, new Workbench()).Write(state));
        Assert.False(state.Ledger.IsAhead);
        JournalState back = new();
        Assert.True(new CursorSlots(flash, new Workbench()).TryRead(Node, back));
        Assert.Equal(Describe(state), Describe(back));
    });

    private static string Describe(JournalState state) =>
        $"{state.Sequence} {state.Epoch} {state.Boot} {state.NextSample} {state.NewestSegment} {state.KnownUnixSeconds} " +
        $"{state.Settled.UpTo} {state.Settled.End} {state.Settled.CountIn(0, 2000)} {state.Ledger.Count} " +
        LedgerModel.Text(state.Ledger.Account(0, 2000));

    private static JournalState Formatted()
    {
        JournalState state = new();
        state.Format(Node, 4711);
        return state;
    }

    private void WriteStates(int count)
    {
        JournalState state = Formatted();
        CursorSlots slots = new(_flash, new Workbench());
        for (int i = 0; i < count; i++)
        {
            Assert.True(slots.Write(state));
        }
    }
}
