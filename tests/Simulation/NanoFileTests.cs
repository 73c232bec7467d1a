using UlmEdge.Simulator.Nano;

namespace UlmEdge.Tests.Simulation;

/// <summary>Files of the façade: durable at Close, and at nothing else.</summary>
public sealed class NanoFileTests
{
    private const string Path = @"I:\a.bin";

    private readonly FakeBoard _board = new();

    [Fact]
    public void Closing_makes_durable()
    {
        FlashFile file = Open(FileMode.Create);
        file.Write([1, 2, 3]);
        Assert.Equal([], _board.Files.Read(Path)!);
        file.Close();
        Assert.Equal([1, 2, 3], _board.Files.Read(Path)!);
    }

    [Fact]
    public void Flushing_does_not()
    {
        _board.Files.Commit(Path, [9]);
        FlashFile file = Open(FileMode.Create);
        file.Write([1, 2, 3]);
        file.Flush();
        Assert.Equal([9], _board.Files.Read(Path)!);
    }

    [Fact]
    public void A_power_cut_before_closing_keeps_the_old_content()
    {
        _board.Files.Commit(Path, [9]);
        FlashFile file = Open(FileMode.Create);
        file.Write([1, 2, 3]);
        _board.Cut();
        Assert.Throws<BoardOffException>(() => file.Write([4]));
        Assert.Throws<BoardOffException>(file.Close);
        Assert.Equal([9], _board.Files.Read(Path)!);
        _ = new FakeBoard { Files = _board.Files };
        Assert.Equal([9], ReadAll(new FlashFile(Path, FileMode.Open, FileAccess.Read, FileShare.Read)));
    }

    [Fact]
    public void Append_starts_at_the_end_and_cannot_go_before_it()
    {
        _board.Files.Commit(Path, [1, 2]);
        _board.Enter();
        var file = new FlashFile(Path, FileMode.Append, FileAccess.Write, FileShare.Read);
        Assert.Throws<IOException>(() => file.Seek(0, SeekOrigin.Begin));
        file.Write([3]);
        file.Close();
        Assert.Equal([1, 2, 3], _board.Files.Read(Path)!);
    }

    [Fact]
    public void Seeking_and_cutting_work_in_place()
    {
        _board.Files.Commit(Path, [1, 2, 3, 4]);
        FlashFile file = Open(FileMode.Open);
        file.Seek(-2, SeekOrigin.End);
        file.Write([8]);
        file.SetLength(3);
        file.Seek(5, SeekOrigin.Begin);
        file.Write([9]);
        file.Close();
        Assert.Equal([1, 2, 8, 0, 0, 9], _board.Files.Read(Path)!);
    }

    [Theory]
    [InlineData(FileMode.Open)]
    [InlineData(FileMode.Truncate)]
    public void A_missing_file_is_an_exception(FileMode mode)
    {
        Assert.Throws<IOException>(() => Open(mode));
        Assert.Null(_board.Files.Read(Path));
    }

    [Fact]
    public void A_new_name_that_exists_is_an_exception()
    {
        _board.Files.Commit(Path, [1]);
        Assert.Throws<IOException>(() => Open(FileMode.CreateNew));
        _board.Files.Commit(@"I:\b.bin", [2]);
        Assert.Throws<IOException>(() => FlashFolder.Move(@"I:\b.bin", Path));
    }

    [Fact]
    public void A_file_has_one_writer()
    {
        FlashFile file = Open(FileMode.Create);
        Assert.Throws<IOException>(() => Open(FileMode.Open));
        Assert.Throws<IOException>(() => FlashFolder.Delete(Path));
        file.Close();
        FlashFolder.Delete(Path);
        FlashFolder.Delete(Path);
        Assert.False(FlashFolder.Exists(Path));
    }

    private static byte[] ReadAll(FlashFile file)
    {
        byte[] content = new byte[file.Length];
        Assert.Equal(content.Length, file.Read(content));
        file.Close();
        return content;
    }

    private FlashFile Open(FileMode mode)
    {
        _board.Enter();
        return new FlashFile(Path, mode, FileAccess.ReadWrite, FileShare.Read);
    }
}
