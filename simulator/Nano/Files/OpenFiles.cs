namespace UlmEdge.Simulator.Nano;

/// <summary>The open files of one board and what their openers let others do with them meanwhile.</summary>
/// <remarks>
/// As upstream (nanoframework/System.IO.FileSystem:FileSystemManager.cs): a conflict is an IOException.
/// </remarks>
internal sealed class OpenFiles
{
    private readonly List<FlashFile> _files = [];

    public void Add(FlashFile file)
    {
        lock (_files)
        {
            if (_files.Any(other => other.Path == file.Path && Conflict(file, other)))
            {
                throw new IOException(string.Empty, FlashErrors.UnauthorizedAccess);
            }

            _files.Add(file);
        }
    }

    public void Remove(FlashFile file)
    {
        lock (_files)
        {
            _files.Remove(file);
        }
    }

    public bool IsOpen(string path)
    {
        lock (_files)
        {
            return _files.Any(file => file.Path == path);
        }
    }

    private static bool Conflict(FlashFile one, FlashFile other) =>
        Beyond(one.Access, other.Share) || Beyond(other.Access, one.Share);

    private static bool Beyond(FileAccess access, FileShare share) => ((int)access & ~(int)share) != 0;
}
