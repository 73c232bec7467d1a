using UlmEdge.Simulator.Board;
using UlmEdge.Simulator.Faults;
using UlmEdge.Simulator.Nano;

namespace UlmEdge.Tests.Simulation;

/// <summary>A board's flash: durable at commit, in whole blocks, and all the ways in which that can fail.</summary>
public sealed class FlashVolumeTests
{
    private const string Path = @"I:\j0000001.0";

    private readonly FlashVolume _flash = new();
    private int _cuts;

    public FlashVolumeTests() => _flash.PowerFails = () => _cuts++;

    [Fact]
    public void Keeps_copies_and_lists_a_folder_only()
    {
        byte[] content = [1, 2];
        _flash.Commit(Path, content);
        _flash.Commit(@"I:\deep\er", [3]);
        content[0] = 9;
        _flash.Read(Path)![1] = 9;
        Assert.Equal([1, 2], _flash.Read(Path));
        Assert.Equal([Path], _flash.List(@"I:\"));
        Assert.Equal(2, _flash.Commits);
        _flash.Delete(Path);
        Assert.Null(_flash.Read(Path));
    }

    [Fact]
    public void Counts_whole_blocks_and_is_full_at_256_kB()
    {
        for (int i = 0; i < 64; i++)
        {
            _flash.Commit($@"I:\{i}", [1]);
        }

        Assert.Equal(FlashVolume.CapacityBytes, _flash.UsedBytes);
        Assert.Throws<IOException>(() => _flash.Commit(@"I:\more", [1]));
        _flash.Commit(@"I:\0", new byte[4096]);
        Assert.Throws<IOException>(() => _flash.Commit(@"I:\0", new byte[4097]));
        _flash.Delete(@"I:\1");
        _flash.Commit(@"I:\0", new byte[4097]);
    }

    [Fact]
    public void Takes_no_file_larger_than_itself()
    {
        Assert.Throws<IOException>(() => _flash.Commit(Path, new byte[FlashVolume.CapacityBytes + 1]));
        Assert.Null(_flash.Read(Path));
    }

    [Fact]
    public void Filled_by_others_it_takes_what_needs_no_block()
    {
        _flash.Commit(Path, [1]);
        _flash.Fill();
        _flash.Commit(Path, [1, 2]);
        Assert.Throws<IOException>(() => _flash.Commit(@"I:\other", [1]));
        _flash.Free();
        _flash.Commit(@"I:\other", [1]);
    }

    [Fact]
    public void Refuses_until_it_accepts_again()
    {
        _flash.Commit(Path, [1]);
        _flash.Refuse(TornWrite.Nothing);
        Assert.Throws<IOException>(() => _flash.Commit(Path, [1, 2]));
        Assert.Throws<IOException>(() => _flash.Delete(Path));
        Assert.Equal([1], _flash.Read(Path));
        _flash.Accept();
        _flash.Commit(Path, [1, 2]);
        Assert.Equal(0, _cuts);
    }

    [Theory]
    [InlineData(TornWrite.Nothing, 100)]
    [InlineData(TornWrite.Emptied, 100)]
    [InlineData(TornWrite.DoneUntold, 200)]
    public void A_cut_in_an_append_keeps_what_was_there(TornWrite torn, int bytes)
    {
        byte[] whole = [.. Enumerable.Range(0, 200).Select(i => (byte)i)];
        _flash.Commit(Path, whole[..100]);
        _flash.CutAfter(0, torn, 1);
        Assert.Throws<BoardOffException>(() => _flash.Commit(Path, whole));
        Assert.Equal(1, _cuts);
        Assert.Equal(whole[..bytes], _flash.Read(Path));
    }

    [Theory]
    [InlineData(TornWrite.Prefix)]
    [InlineData(TornWrite.Garbage)]
    public void A_cut_in_an_append_can_leave_a_part(TornWrite torn)
    {
        byte[] whole = [.. Enumerable.Range(0, 200).Select(i => (byte)i)];
        for (int seed = 0; seed < 50; seed++)
        {
            _flash.Commit(Path, whole[..100]);
            _flash.CutAfter(0, torn, seed);
            Assert.Throws<BoardOffException>(() => _flash.Commit(Path, whole));
            byte[] left = _flash.Read(Path)!;
            Assert.Equal(whole[..100], left[..100]);
            Assert.InRange(left.Length, torn == TornWrite.Garbage ? 200 : 100, 200);
            _flash.Commit(Path, []);
        }
    }

    [Fact]
    public void A_cut_comes_once_after_as_many_changes_as_were_said()
    {
        _flash.CutAfter(1, TornWrite.Nothing, 1);
        _flash.Commit(Path, [1]);
        Assert.True(_flash.IsArmed);
        Assert.Throws<BoardOffException>(() => _flash.Delete(Path));
        Assert.False(_flash.IsArmed);
        _flash.Delete(Path);
        Assert.Equal(1, _cuts);
    }
}
