using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace UlmEdge.Simulator.Faults;

/// <summary>The files of a small volume, sorted by name. A copy costs the table and not the contents.</summary>
internal sealed class FileTable : IReadOnlyDictionary<string, byte[]>
{
    private string[] _names = new string[8];
    private byte[][] _contents = new byte[8][];

    /// <inheritdoc/>
    public int Count { get; private set; }

    /// <summary>Blocks in use; an empty file takes one, too.</summary>
    public int Blocks { get; private set; }

    /// <inheritdoc/>
    public IEnumerable<string> Keys => _names.Take(Count);

    /// <inheritdoc/>
    public IEnumerable<byte[]> Values => _contents.Take(Count);

    /// <inheritdoc/>
    public byte[] this[string key] =>
        TryGetValue(key, out byte[]? content) ? content : throw new KeyNotFoundException(key);

    /// <summary>The blocks of a file with so many bytes.</summary>
    public static int BlocksOf(int bytes) =>
        Math.Max(1, (bytes + SimulatedFlash.BlockBytes - 1) / SimulatedFlash.BlockBytes);

    /// <summary>A table that goes its own way from here.</summary>
    public FileTable Copy() => new()
    {
        _names = (string[])_names.Clone(), _contents = (byte[][])_contents.Clone(), Count = Count, Blocks = Blocks,
    };

    /// <summary>All names, in order.</summary>
    public string[] Names() => _names[..Count];

    /// <summary>Puts a file there; the content must never be changed again.</summary>
    public void Set(string name, byte[] content)
    {
        int at = IndexOf(name);
        if (at >= 0)
        {
            Blocks += BlocksOf(content.Length) - BlocksOf(_contents[at].Length);
            _contents[at] = content;
            return;
        }

        Insert(~at, name, content);
    }

    /// <summary>Takes a file away, if it is there.</summary>
    public void Remove(string name)
    {
        int at = IndexOf(name);
        if (at < 0)
        {
            return;
        }

        Blocks -= BlocksOf(_contents[at].Length);
        Count--;
        Array.Copy(_names, at + 1, _names, at, Count - at);
        Array.Copy(_contents, at + 1, _contents, at, Count - at);
    }

    /// <inheritdoc/>
    public bool ContainsKey(string key) => IndexOf(key) >= 0;

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out byte[] value)
    {
        int at = IndexOf(key);
        value = at < 0 ? null : _contents[at];
        return at >= 0;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, byte[]>> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
        {
            yield return new KeyValuePair<string, byte[]>(_names[i], _contents[i]);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int IndexOf(string name)
    {
        int least = 0;
        int end = Count;
        while (least < end)
        {
            int middle = (least + end) / 2;
            int order = string.CompareOrdinal(_names[middle], name);
            if (order == 0)
            {
                return middle;
            }

            least = order < 0 ? middle + 1 : least;
            end = order < 0 ? end : middle;
        }

        return ~least;
    }

    private void Insert(int at, string name, byte[] content)
    {
        if (Count == _names.Length)
        {
            Array.Resize(ref _names, Count * 2);
            Array.Resize(ref _contents, Count * 2);
        }

        Array.Copy(_names, at, _names, at + 1, Count - at);
        Array.Copy(_contents, at, _contents, at + 1, Count - at);
        _names[at] = name;
        _contents[at] = content;
        Blocks += BlocksOf(content.Length);
        Count++;
    }
}
