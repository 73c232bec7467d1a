namespace UlmEdge.Simulator.Nano;

/// <summary>A littlefs volume: whole files, which become durable when they are committed, i.e. when a stream is closed.</summary>
/// <remarks>Paths are as the firmware gives them, e.g. <c>I:\ulmedge.json</c>; comparison is case-sensitive, as on littlefs.</remarks>
public interface IFlashVolume
{
    /// <summary>The durable content, or null when there is no such file.</summary>
    byte[]? Read(string path);

    /// <summary>Makes a file's content durable in one step.</summary>
    /// <exception cref="IOException">The volume is full or broken.</exception>
    void Commit(string path, byte[] content);

    /// <summary>Removes a file; silent when there is none.</summary>
    void Delete(string path);

    /// <summary>Full paths of the files directly in a folder.</summary>
    string[] List(string folder);
}
