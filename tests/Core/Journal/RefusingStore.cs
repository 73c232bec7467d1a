using UlmEdge.Ports;
using UlmEdge.Simulator.Faults;

namespace UlmEdge.Tests.Core.Journals;

/// <summary>A flash that refuses one look, or some changes, counted from its making.</summary>
internal sealed class RefusingStore(SimulatedFlash flash) : IFileStore
{
    private int _looks;
    private int _changes;

    /// <summary>The look that is refused, from 0; -1 for none.</summary>
    public int RefusesLook { get; set; } = -1;

    /// <summary>The change from which on all are refused.</summary>
    public int RefusesChangesFrom { get; set; } = int.MaxValue;

    /// <summary>The change from which on none is refused any more.</summary>
    public int RefusesChangesUntil { get; set; } = int.MaxValue;

    /// <summary>Whether deletions are refused, too.</summary>
    public bool RefusesDeletions { get; set; }

    /// <summary>The file whose writing ends once for want of memory, before anything is done; null for none.</summary>
    public string? HasNoMemoryFor { get; set; }

    /// <summary>Whether it never says what it holds.</summary>
    public bool RefusesLists { get; set; }

    public bool HasRefused { get; private set; }

    public int Changes => _changes;

    public void CopyTo(SimulatedFlash other)
    {
        foreach (string name in other.Files.Keys.ToArray())
        {
            other.Plant(name, null);
        }

        foreach ((string name, byte[] content) in flash.Files)
        {
            other.Plant(name, content);
        }
    }

    public StoreResult Read(string name, byte[] buffer, out int length)
    {
        length = 0;
        return RefusesThisLook() ? StoreResult.Failed : flash.Read(name, buffer, out length);
    }

    public StoreResult ReadAt(string name, int position, byte[] buffer, out int length)
    {
        length = 0;
        return RefusesThisLook() ? StoreResult.Failed : flash.ReadAt(name, position, buffer, out length);
    }

    public StoreResult Write(string name, byte[] content, int length)
    {
        if (name == HasNoMemoryFor)
        {
            HasNoMemoryFor = null;
            throw new OutOfMemoryException();
        }

        return RefusesThisChange() ? StoreResult.Failed : flash.Write(name, content, length);
    }

    public StoreResult Append(string name, byte[] content, int length) =>
        RefusesThisChange() ? StoreResult.Failed : flash.Append(name, content, length);

    public StoreResult Delete(string name) => RefusesDeletions ? StoreResult.Failed : flash.Delete(name);

    public string[] List() => RefusesLists || RefusesThisLook() ? null! : flash.List();

    private bool RefusesThisLook()
    {
        bool refuses = _looks++ == RefusesLook;
        HasRefused |= refuses;
        return refuses;
    }

    private bool RefusesThisChange()
    {
        bool refuses = _changes >= RefusesChangesFrom && _changes < RefusesChangesUntil;
        _changes++;
        HasRefused |= refuses;
        return refuses;
    }
}
