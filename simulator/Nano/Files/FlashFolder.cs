namespace UlmEdge.Simulator.Nano;

/// <summary>The whole-file operations behind the desk's File and Directory.</summary>
public static class FlashFolder
{
    /// <summary>Whether there is such a file.</summary>
    public static bool Exists(string path) => HostBoard.Current.Flash.Read(path) is not null;

    /// <summary>Removes a file; silent when there is none.</summary>
    /// <exception cref="IOException">It is open.</exception>
    public static void Delete(string path)
    {
        HostBoard board = HostBoard.Current;
        if (BoardState.Of(board).OpenFiles.IsOpen(path))
        {
            throw new IOException(string.Empty, FlashErrors.UnauthorizedAccess);
        }

        board.Flash.Delete(path);
    }

    /// <summary>Renames a file; littlefs does it in one step, but here it is a copy and a removal.</summary>
    /// <exception cref="IOException">It is missing, open, or the new name is taken.</exception>
    public static void Move(string from, string to)
    {
        HostBoard board = HostBoard.Current;
        byte[] content = board.Flash.Read(from) ?? throw new IOException(string.Empty, FlashErrors.FileNotFound);
        if (board.Flash.Read(to) is not null)
        {
            throw new IOException(string.Empty, FlashErrors.PathAlreadyExists);
        }

        Delete(from);
        board.Flash.Commit(to, content);
    }

    /// <summary>Full paths of the files in a folder.</summary>
    public static string[] List(string folder) => HostBoard.Current.Flash.List(folder);
}
