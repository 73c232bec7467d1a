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

    private FileTable _files = new();
    private long _cutAt = long.MaxValue;
    private TornWrite _torn;
    private int _tornSeed;

    /// <summary>Is told of every changing operation before it happens: the volume is still as it was.</summary>
    public Action<FlashChange>? Changing { get; set; }

    /// <summary>Changing operations so far.</summary>
    public long Operations { get; private set; }

    /// <summary>Looks so far: Read, ReadAt and List.</summary>
    public long Looks { get; private set; }

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
    public int UsedBytes => _files.Blocks * BlockBytes;

    /// <summary>A volume with the same content, and nothing armed.</summary>
    public SimulatedFlash Copy() => new() { CapacityBytes = CapacityBytes, _files = _files.Copy() };

    /// <summary>The volume as it would be after a power cut in the middle of a change.</summary>
    /// <param name="change">The change, which has not happened yet.</param>
    /// <param name="torn">What it leaves.</param>
    /// <param name="seed">Draws where it tears, and the garbage.</param>
    /// <returns>Null if that is what <see cref="TornWrite.Nothing"/> leaves as well.</returns>
    public SimulatedFlash? Fork(FlashChange change, TornWrite torn, int seed)
    {
        byte[]? was = _files.GetValueOrDefault(change.Name);
        bool isSame = change.Content is null
            ? was is null || torn != TornWrite.DoneUntold
            : torn == TornWrite.Emptied && was is not null && (change.Appends || was.Length == 0);
        if (isSame && torn != TornWrite.Nothing)
        {
            return null;
        }

        SimulatedFlash fork = Copy();
        if (change.Content is not null)
        {
            fork.Leave(change.Name, change.Appends ? was ?? [] : [], change.Content, change.Length, torn, seed);
        }
        else if (torn == TornWrite.DoneUntold)
        {
            fork._files.Remove(change.Name);
        }

        return fork;
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
            _files.Set(name, content);
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
        Looks++;
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
    public StoreResult Write(string name, byte[] content, int length) => Change(new FlashChange(name, content, length, false));

    /// <inheritdoc/>
    public StoreResult Append(string name, byte[] content, int length) =>
        Change(new FlashChange(name, content, length, true));

    /// <inheritdoc/>
    public StoreResult Delete(string name)
    {
        Changing?.Invoke(new FlashChange(name, null, 0, false));
        bool isCut = Operations++ >= _cutAt;
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
    public string[] List()
    {
        Looks++;
        return RefusesReads ? null! : _files.Names();
    }

    private StoreResult Change(FlashChange change)
    {
        Changing?.Invoke(change);
        bool isCut = Operations++ >= _cutAt; // At or after: in a street, another thread arms it while operations go on.
        byte[]? was = _files.GetValueOrDefault(change.Name);
        byte[] kept = change.Appends && was is not null ? was : [];
        int more = FileTable.BlocksOf(kept.Length + change.Length) - (was is null ? 0 : FileTable.BlocksOf(was.Length));
        bool isFull = more > 0 && (_files.Blocks + more) * BlockBytes > CapacityBytes;
        if (isCut || RefusesWrites || isFull)
        {
            TornWrite torn = isCut ? _torn : RefusalLeaves;
            Leave(change.Name, kept, change.Content!, change.Length, torn, isCut ? _tornSeed : (int)Operations);
            return isCut ? throw Cut() : StoreResult.Failed;
        }

        _files.Set(change.Name, Joined(kept, change.Content!, change.Length));
        Closes++;
        BytesWritten += change.Length;
        return StoreResult.Done;
    }

    private PowerCutException Cut()
    {
        Disarm();
        Cuts++;
        return new PowerCutException();
    }

    private void Leave(string name, byte[] kept, byte[] content, int length, TornWrite torn, int seed)
    {
        SeededEntropy chance = new((ulong)seed);
        switch (torn)
        {
            case TornWrite.Emptied:
                _files.Set(name, kept);
                break;
            case TornWrite.Prefix:
                _files.Set(name, Joined(kept, content, chance.Next(length)));
                break;
            case TornWrite.Garbage:
                byte[] garbage = Joined(kept, content, length);
                for (int i = kept.Length + chance.Next(length + 1); i < garbage.Length; i++)
                {
                    garbage[i] = (byte)chance.Next64();
                }

                _files.Set(name, garbage);
                break;
            case TornWrite.DoneUntold:
                _files.Set(name, Joined(kept, content, length));
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
