using UlmEdge.Ports;
using UlmEdge.Simulator.Faults;
using UlmEdge.Simulator.Nano;

namespace UlmEdge.Simulator.Board;

/// <summary>The littlefs volume <c>I:</c> of a board with 4 MB of flash, in memory; it outlives power cuts.</summary>
/// <remarks>
/// Whole blocks per file, durable in one step at commit. It can refuse, be full, and lose the board's power in the
/// middle of a change: then the change is torn as <see cref="TornWrite"/> says, and the firmware unwinds.
/// </remarks>
public sealed class FlashVolume : IFlashVolume
{
    /// <summary>Bytes of the volume (nf-interpreter, partition table of 4 MB boards).</summary>
    public const int CapacityBytes = 256 * 1024;

    private readonly Lock _gate = new();
    private readonly SimulatedFlash _flash = new() { CapacityBytes = CapacityBytes };

    /// <summary>Takes the board's power away: called in the middle of a change, on the firmware's thread.</summary>
    public Action? PowerFails { get; set; }

    /// <summary>How often a file was made durable: each costs at least one erase block's wear.</summary>
    public int Commits => Locked(() => (int)_flash.Closes);

    /// <summary>Bytes in use, in whole blocks.</summary>
    public int UsedBytes => Locked(() => _flash.UsedBytes);

    /// <summary>Whether a power cut is armed and has not come yet.</summary>
    public bool IsArmed => Locked(() => _flash.IsArmed);

    /// <summary>Has the power go in the middle of a change that is still to come.</summary>
    /// <param name="changes">Changes that still succeed.</param>
    /// <param name="torn">What the cut one leaves.</param>
    /// <param name="seed">Draws where it tears.</param>
    public void CutAfter(int changes, TornWrite torn, int seed) => Locked(() => _flash.CutAfter(changes, torn, seed));

    /// <summary>Takes an armed cut back.</summary>
    public void Disarm() => Locked(_flash.Disarm);

    /// <summary>Refuses all changes from now on.</summary>
    /// <param name="leaves">What a refused change leaves.</param>
    public void Refuse(TornWrite leaves) => Locked(() => (_flash.RefusesWrites, _flash.RefusalLeaves) = (true, leaves));

    /// <summary>Takes changes again.</summary>
    public void Accept() =>
        Locked(() => (_flash.RefusesWrites, _flash.RefusalLeaves) = (false, TornWrite.Nothing));

    /// <summary>Foreign data takes all space that is left.</summary>
    public void Fill() => Locked(() => _flash.CapacityBytes = Math.Min(CapacityBytes, _flash.UsedBytes));

    /// <summary>The foreign data is gone.</summary>
    public void Free() => Locked(() => _flash.CapacityBytes = CapacityBytes);

    /// <inheritdoc/>
    public byte[]? Read(string path) =>
        Locked(() => _flash.Files.TryGetValue(path, out byte[]? content) ? (byte[])[.. content] : null);

    /// <inheritdoc/>
    public void Commit(string path, byte[] content) => Change(() => Take(path, content));

    /// <inheritdoc/>
    public void Delete(string path) => Change(() => _flash.Delete(path));

    /// <inheritdoc/>
    public string[] List(string folder)
    {
        string prefix = folder.TrimEnd('\\') + '\\';
        return Locked(() => (string[])[.. _flash.Files.Keys
            .Where(path => path.StartsWith(prefix, StringComparison.Ordinal))
            .Where(path => !path[prefix.Length..].Contains('\\'))]);
    }

    // A stream that was opened to append commits the whole file, but only its end is new and can be torn.
    private StoreResult Take(string path, byte[] content)
    {
        byte[] was = _flash.Files.GetValueOrDefault(path, []);
        if (content.Length > SimulatedFlash.BlockBytes && !HasRoom(was.Length, content.Length))
        {
            return StoreResult.Failed;
        }

        if (was.Length == 0 || content.Length <= was.Length || !content.AsSpan().StartsWith(was))
        {
            return _flash.Write(path, [.. content], content.Length);
        }

        byte[] added = content[was.Length..];
        return _flash.Append(path, added, added.Length);
    }

    private bool HasRoom(int wasBytes, int bytes) => _flash.UsedBytes
        + ((Blocks(bytes) - Blocks(wasBytes)) * SimulatedFlash.BlockBytes) <= _flash.CapacityBytes;

    private static int Blocks(int bytes) => (bytes + SimulatedFlash.BlockBytes - 1) / SimulatedFlash.BlockBytes;

    private void Change(Func<StoreResult> change)
    {
        StoreResult result;
        try
        {
            result = Locked(change);
        }
        catch (PowerCutException)
        {
            PowerFails?.Invoke();
            throw new BoardOffException();
        }

        if (result != StoreResult.Done)
        {
            throw new IOException("the flash refuses to be written");
        }
    }

    private void Locked(Action action)
    {
        lock (_gate)
        {
            action();
        }
    }

    private T Locked<T>(Func<T> function)
    {
        lock (_gate)
        {
            return function();
        }
    }
}
