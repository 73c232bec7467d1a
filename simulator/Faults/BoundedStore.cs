using UlmEdge.Ports;

namespace UlmEdge.Simulator.Faults;

/// <summary>A flash that does not let itself be asked for ever.</summary>
/// <param name="inner">The flash.</param>
/// <param name="callsMax">Calls that are answered.</param>
internal sealed class BoundedStore(IFileStore inner, int callsMax) : IFileStore
{
    private int _calls;

    /// <inheritdoc/>
    public StoreResult Read(string name, byte[] buffer, out int length) => Counted().Read(name, buffer, out length);

    /// <inheritdoc/>
    public StoreResult ReadAt(string name, int position, byte[] buffer, out int length) =>
        Counted().ReadAt(name, position, buffer, out length);

    /// <inheritdoc/>
    public StoreResult Write(string name, byte[] content, int length) => Counted().Write(name, content, length);

    /// <inheritdoc/>
    public StoreResult Append(string name, byte[] content, int length) => Counted().Append(name, content, length);

    /// <inheritdoc/>
    public StoreResult Delete(string name) => Counted().Delete(name);

    /// <inheritdoc/>
    public string[] List() => Counted().List();

    private IFileStore Counted() =>
        ++_calls <= callsMax ? inner : throw new InvalidOperationException($"more than {callsMax} flash operations");
}
