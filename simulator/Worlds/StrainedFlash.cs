using UlmEdge.Ports;
using UlmEdge.Simulator.Faults;

namespace UlmEdge.Simulator.Worlds;

/// <summary>A flash whose driver needs memory that is not always there.</summary>
internal sealed class StrainedFlash(IFileStore flash, Heap heap) : IFileStore
{
    /// <inheritdoc/>
    public StoreResult Read(string name, byte[] buffer, out int length)
    {
        heap.Allocate();
        return flash.Read(name, buffer, out length);
    }

    /// <inheritdoc/>
    public StoreResult ReadAt(string name, int position, byte[] buffer, out int length)
    {
        heap.Allocate();
        return flash.ReadAt(name, position, buffer, out length);
    }

    /// <inheritdoc/>
    public StoreResult Write(string name, byte[] content, int length)
    {
        heap.Allocate();
        return flash.Write(name, content, length);
    }

    /// <inheritdoc/>
    public StoreResult Append(string name, byte[] content, int length)
    {
        heap.Allocate();
        return flash.Append(name, content, length);
    }

    /// <inheritdoc/>
    public StoreResult Delete(string name)
    {
        heap.Allocate();
        return flash.Delete(name);
    }

    /// <inheritdoc/>
    public string[] List() => flash.List();
}
