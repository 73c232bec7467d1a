using UlmEdge.Simulator.Nano;

namespace UlmEdge.Tests.Simulation;

/// <summary>Durable files in a dictionary; survives the boards it is put into.</summary>
internal sealed class FakeFlash : IFlashVolume
{
    private readonly Dictionary<string, byte[]> _files = [];

    public byte[]? Read(string path) => _files.GetValueOrDefault(path)?.ToArray();

    public void Commit(string path, byte[] content) => _files[path] = [.. content];

    public void Delete(string path) => _files.Remove(path);

    public string[] List(string folder) =>
        [.. _files.Keys.Where(path => path.StartsWith(folder, StringComparison.Ordinal))];
}
