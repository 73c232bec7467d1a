using UlmEdge.Ports;

namespace UlmEdge.Simulator.Faults;

/// <summary>A flash volume in memory that can lose power, refuse or be full at any operation.</summary>
/// <remarks>
/// Contents are never changed in place, so that a copy of the whole volume is a copy of its table.
/// </remarks>
public sealed class SimulatedFlash : IFileStore
{
    /// <summary>Bytes of a block: the least that a file takes.</summary>
    public const int BlockBytes = 4096;

    private readonly SortedDictionary<string, byte[]> _files = new(StringComparer.Ordinal);
    private long _cutAt = long.MaxValue;
    private TornWrite _torn;
    private int _tornSeed;

    /// <summary>Changing operations so far.</summary>
    public long Operations { get; private set; }

    /// <summary>Files made durable so far: Write and Append.</summary>
    public long Closes { get; private set; }

    /// <summary>Bytes written so far.</summary>
    public long BytesWritten { get; private set; }

    /// <summary>Space, in whole blocks per file.</summary>
    public int CapacityBytes { get; set; } = 256 * 1024;

    /// <summary>Whether every change is refused.</summary>
    public bool RefusesWrites { get; set; }

    /// <summary>Whether every look is refused.</summary>
    public bool RefusesReads { get; set; }

    /// <summary>Whether a refusal leaves what this says; else nothing.</summary>
    public TornWrite RefusalLeaves { get; set; }

    /// <summary>Cuts that have happened.</summary>
    public long Cuts { get; private set; }

    /// <summary>Whether a cut is armed.</summary>
    public bool IsArmed => _cutAt != long.MaxValue;

    /// <summary>The files, to look at and to damage.</summary>
    public IReadOnlyDictionary<string, byte[]> Files => _files;

    /// <summary>Space in use.</summary>
    public int UsedBytes => _files.Values.Sum(file => Blocks(file.Length) * BlockBytes);

    /// <summary>A volume with the same content, and nothing armed.</summary>
    public SimulatedFlash Copy()
    {
        SimulatedFlash copy = new() { CapacityBytes = CapacityBytes };
        foreach ((string name, byte[] content) in _files)
        {
            copy._files.Add(name, content);
        }

        return copy;
    }

    /// <summary>Puts a file there by a foreign hand, or takes it away with null.</summary>
    public void Plant(string name, byte[]? content)
    {
        if (content is null)
        {
            _files.Remove(name);
        }
        else
        {
            _files[name] = content;
        }
    }

    /// <summary>Cuts the power at the changing operation after so many more.</summary>
    /// <param name="operations">0 for the very next one.</param>
    /// <param name="torn">What that operation leaves.</param>
    /// <param name="seed">Draws where it tears, and the garbage.</param>
    public void CutAfter(long operations, TornWrite torn, int seed)
    {
        _cutAt = Operations + operations;
        _torn = torn;
        _tornSeed = seed;
    }

    /// <summary>Takes an armed cut back.</summary>
    public void Disarm() => _cutAt = long.MaxValue;

    /// <inheritdoc/>
    public StoreResult Read(string name, byte[] buffer, out int length)
    {
        length = 0;
        if (_files.TryGetValue(name, out byte[]? content) && content.Length > buffer.Length && !RefusesReads)
        {
            return StoreResult.TooLarge;
        }

        return ReadAt(name, 0, buffer, out length);
    }

    /// <inheritdoc/>
    public StoreResult ReadAt(string name, int position, byte[] buffer, out int length)
    {
        length = 0;
        if (RefusesReads)
        {
            return StoreResult.Failed;
        }

        if (!_files.TryGetValue(name, out byte[]? content))
        {
            return StoreResult.Missing;
        }

        length = Math.Clamp(content.Length - position, 0, buffer.Length);
        if (length > 0)
        {
            Buffer.BlockCopy(content, position, buffer, 0, length);
        }

        return StoreResult.Done;
    }

    /// <inheritdoc/>
    public StoreResult Write(string name, byte[] content, int length) => Change(name, [], content, length);

    /// <inheritdoc/>
    public StoreResult Append(string name, byte[] content, int length) =>
        Change(name, _files.GetValueOrDefault(name, []), content, length);

    /// <inheritdoc/>
    public StoreResult Delete(string name)
    {
        bool isCut = Operations++ == _cutAt;
        if (RefusesWrites && !isCut)
        {
            return StoreResult.Failed;
        }

        if (!isCut || _torn == TornWrite.DoneUntold)
        {
            _files.Remove(name);
        }

        return isCut ? throw Cut() : StoreResult.Done;
    }

    /// <inheritdoc/>
    public string[] List() => RefusesReads ? null! : [.. _files.Keys];

    private static int Blocks(int bytes) => Math.Max(1, (bytes + BlockBytes - 1) / BlockBytes);

    private StoreResult Change(string name, byte[] kept, byte[] content, int length)
    {
        bool isCut = Operations++ == _cutAt;
        int wasBlocks = _files.TryGetValue(name, out byte[]? was) ? Blocks(was.Length) : 0;
        bool isFull = UsedBytesWithin(wasBlocks, kept.Length + length);
        if ((RefusesWrites || isFull) && !isCut)
        {
            Leave(name, kept, content, length, RefusalLeaves);
            return StoreResult.Failed;
        }

        if (isCut)
        {
            Leave(name, kept, content, length, _torn);
            throw Cut();
        }

        _files[name] = Joined(kept, content, length);
        Closes++;
        BytesWritten += length;
        return StoreResult.Done;
    }

    private bool UsedBytesWithin(int wasBlocks, int bytes)
    {
        int blocks = Blocks(bytes) - wasBlocks;
        if (blocks <= 0 || _files.Count * 2 * BlockBytes < CapacityBytes)
        {
            return false; // Files are one block each, but for foreign ones: only then it is worth counting.
        }

        return UsedBytes + (blocks * BlockBytes) > CapacityBytes;
    }

    private PowerCutException Cut()
    {
        Disarm();
        Cuts++;
        return new PowerCutException();
    }

    private void Leave(string name, byte[] kept, byte[] content, int length, TornWrite torn)
    {
        Random random = new(_tornSeed);
        switch (torn)
        {
            case TornWrite.Emptied:
                _files[name] = kept;
                break;
            case TornWrite.Prefix:
                _files[name] = Joined(kept, content, random.Next(length + 1));
                break;
            case TornWrite.Garbage:
                byte[] garbage = content[..length];
                random.NextBytes(garbage.AsSpan(random.Next(length + 1)));
                _files[name] = Joined(kept, garbage, length);
                break;
            case TornWrite.DoneUntold:
                _files[name] = Joined(kept, content, length);
                break;
            default:
                break;
        }
    }

    private static byte[] Joined(byte[] kept, byte[] content, int length)
    {
        byte[] joined = new byte[kept.Length + length];
        Buffer.BlockCopy(kept, 0, joined, 0, kept.Length);
        Buffer.BlockCopy(content, 0, joined, kept.Length, length);
        return joined;
    }
}
