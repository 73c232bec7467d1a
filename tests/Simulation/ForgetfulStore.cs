using UlmEdge.Ports;
using UlmEdge.Simulator.Faults;

namespace UlmEdge.Tests.Simulation;

/// <summary>A flash that says Done once and has done nothing.</summary>
/// <param name="inner">The flash.</param>
/// <param name="forgets">Which of its appends it forgets.</param>
internal sealed class ForgetfulStore(SimulatedFlash inner, int forgets) : IFileStore
{
    private int _appends;

    public StoreResult Read(string name, byte[] buffer, out int length) => inner.Read(name, buffer, out length);

    public StoreResult ReadAt(string name, int position, byte[] buffer, out int length) =>
        inner.ReadAt(name, position, buffer, out length);

    public StoreResult Write(string name, byte[] content, int length) => inner.Write(name, content, length);

    public StoreResult Append(string name, byte[] content, int length) =>
        _appends++ == forgets ? StoreResult.Done : inner.Append(name, content, length);

    public StoreResult Delete(string name) => inner.Delete(name);

    public string[] List() => inner.List();
}
