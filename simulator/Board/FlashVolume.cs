using UlmEdge.Simulator.Nano;

namespace UlmEdge.Simulator.Board;

/// <summary>The littlefs volume <c>I:</c> of a board with 4 MB of flash, in memory; it outlives power cuts.</summary>
public sealed class FlashVolume : IFlashVolume
{
    /// <summary>Bytes of the volume (nf-interpreter, partition table of 4 MB boards).</summary>
    public const int CapacityBytes = 256 * 1024;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, byte[]> _files = [];
    private int _commits;

    /// <summary>How often a file was made durable: each costs at least one erase block's wear.</summary>
    public int Commits
    {
        get
        {
            lock (_gate)
            {
                return _commits;
            }
        }
    }

    /// <inheritdoc/>
    public byte[]? Read(string path)
    {
        lock (_gate)
        {
            return _files.TryGetValue(path, out byte[]? content) ? [.. content] : null;
        }
    }

    /// <inheritdoc/>
    public void Commit(string path, byte[] content)
    {
        lock (_gate)
        {
            // littlefs writes the new content before it lets the old one go.
            if (_files.Values.Sum(file => file.Length) + content.Length > CapacityBytes)
            {
                throw new IOException("the flash volume is full");
            }

            _files[path] = [.. content];
            _commits++;
        }
    }

    /// <inheritdoc/>
    public void Delete(string path)
    {
        lock (_gate)
        {
            _files.Remove(path);
        }
    }

    /// <inheritdoc/>
    public string[] List(string folder)
    {
        string prefix = folder.TrimEnd('\\') + '\\';
        lock (_gate)
        {
            return [.. _files.Keys
                .Where(path => path.StartsWith(prefix, StringComparison.Ordinal))
                .Where(path => !path[prefix.Length..].Contains('\\'))
                .Order(StringComparer.Ordinal)];
        }
    }
}
