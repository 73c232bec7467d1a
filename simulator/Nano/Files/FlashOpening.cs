namespace UlmEdge.Simulator.Nano;

/// <summary>What the modes of opening a file mean.</summary>
internal static class FlashOpening
{
    /// <exception cref="ArgumentException">The mode writes and the access does not.</exception>
    public static void RequireFitting(FileMode mode, FileAccess access)
    {
        bool canRead = mode is FileMode.Open or FileMode.OpenOrCreate;
        bool writes = access.HasFlag(FileAccess.Write);
        if ((!canRead && !writes) || (mode == FileMode.Append && access != FileAccess.Write))
        {
            throw new ArgumentException();
        }
    }

    /// <summary>The durable content of a file to open. A new file becomes durable, empty, at once.</summary>
    /// <exception cref="IOException">It is missing or there already, against the mode.</exception>
    public static byte[] Content(IFlashVolume flash, string path, FileMode mode)
    {
        byte[]? durable = flash.Read(path);
        if (durable is not null)
        {
            return mode != FileMode.CreateNew
                ? durable
                : throw new IOException(string.Empty, FlashErrors.PathAlreadyExists);
        }

        if (mode is FileMode.Open or FileMode.Truncate)
        {
            throw new IOException(string.Empty, FlashErrors.FileNotFound);
        }

        flash.Commit(path, []);
        return [];
    }
}
