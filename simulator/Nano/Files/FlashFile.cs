namespace UlmEdge.Simulator.Nano;

/// <summary>One opened file of a board's flash: what the desk's FileStream stands on.</summary>
/// <remarks>
/// littlefs as the platform drives it (nanoframework/nf-interpreter:targets/ESP32/_littlefs/littlefs_FS_Driver.cpp): a
/// new file is there, empty, as soon as it is opened; everything written becomes durable in one step when it is closed,
/// and not before: a flush changes nothing. After a loss of power every call throws and nothing is kept.
/// </remarks>
public sealed class FlashFile
{
    private readonly HostBoard _board;
    private readonly CancellationToken _powerOff;
    private readonly OpenFiles _openFiles;
    private readonly long _seekLimit;
    private byte[] _content;
    private bool _changed;
    private bool _closed;

    /// <summary>Opens a file on the calling context's board.</summary>
    /// <exception cref="IOException">It is missing, there already, or open elsewhere.</exception>
    /// <exception cref="ArgumentException">The mode needs write access.</exception>
    public FlashFile(string path, FileMode mode, FileAccess access, FileShare share)
    {
        FlashOpening.RequireFitting(mode, access);
        _board = HostBoard.Current;
        _powerOff = _board.PowerOff;
        _openFiles = BoardState.Of(_board).OpenFiles;
        (Path, Access, Share) = (path, access, share);
        _openFiles.Add(this);
        try
        {
            _content = FlashOpening.Content(_board.Flash, path, mode);
        }
        catch
        {
            _openFiles.Remove(this);
            throw;
        }

        if (mode is FileMode.Create or FileMode.Truncate && _content.Length > 0)
        {
            SetLength(0);
        }

        Position = _seekLimit = mode == FileMode.Append ? _content.Length : 0;
    }

    /// <summary>Full path as given.</summary>
    public string Path { get; }

    /// <summary>What this opener does with the file.</summary>
    public FileAccess Access { get; }

    /// <summary>What this opener lets others do with it.</summary>
    public FileShare Share { get; }

    /// <summary>Where the next byte is read or written.</summary>
    public long Position { get; private set; }

    /// <summary>Bytes in the file, as this opener sees it.</summary>
    public long Length
    {
        get
        {
            RequirePower();
            return _content.Length;
        }
    }

    /// <summary>Reads up to the end.</summary>
    public int Read(Span<byte> buffer)
    {
        RequirePower();
        int count = (int)Math.Clamp(_content.Length - Position, 0, buffer.Length);
        _content.AsSpan((int)Math.Min(Position, _content.Length), count).CopyTo(buffer);
        Position += count;
        return count;
    }

    /// <summary>Writes at the position; a gap behind the end is filled with zeros.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        RequirePower();
        int end = (int)Position + bytes.Length;
        if (end > _content.Length)
        {
            Array.Resize(ref _content, end);
        }

        bytes.CopyTo(_content.AsSpan((int)Position));
        Position = end;
        _changed = true;
    }

    /// <summary>Moves the position.</summary>
    /// <exception cref="IOException">Before the start of what may be touched.</exception>
    public long Seek(long offset, SeekOrigin origin)
    {
        RequirePower();
        long from = origin == SeekOrigin.Begin ? 0 : origin == SeekOrigin.Current ? Position : _content.Length;
        Position = from + offset >= _seekLimit ? from + offset : throw new IOException();
        return Position;
    }

    /// <summary>Cuts the file off or fills it up with zeros. The position stays.</summary>
    public void SetLength(long length)
    {
        RequirePower();
        Array.Resize(ref _content, checked((int)length));
        _changed = true;
    }

    /// <summary>Does nothing that a power cut would respect.</summary>
    public void Flush() => RequirePower();

    /// <summary>Makes what was written durable.</summary>
    /// <exception cref="IOException">The flash refused.</exception>
    public void Close()
    {
        if (_closed)
        {
            return;
        }

        _closed = true;
        _openFiles.Remove(this);
        RequirePower();
        if (_changed)
        {
            _board.Flash.Commit(Path, _content);
        }
    }

    private void RequirePower()
    {
        if (_powerOff.IsCancellationRequested)
        {
            throw new BoardOffException();
        }
    }
}
