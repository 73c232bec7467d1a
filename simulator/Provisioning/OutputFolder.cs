using System.Text;

namespace UlmEdge.Simulator.Provisioning;

/// <summary>Writes files that only their owner may read.</summary>
/// <param name="root">The folder; made if it is not there.</param>
internal sealed class OutputFolder(string root)
{
    private const UnixFileMode FolderMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode FileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The folder.</summary>
    public string Root => root;

    /// <summary>The text of a file, or null if there is none.</summary>
    public string? Read(string name) => File.Exists(PathOf(name)) ? File.ReadAllText(PathOf(name)) : null;

    /// <summary>A file of this name in one of a folder's folders, or null.</summary>
    public string? Find(string name, string file) => !Directory.Exists(PathOf(name)) ? null
        : Directory.GetDirectories(PathOf(name)).Order(StringComparer.Ordinal)
            .Select(path => $"{name}/{Path.GetFileName(path)}/{file}")
            .FirstOrDefault(found => File.Exists(PathOf(found)));

    /// <summary>Writes a file; its folder comes with it.</summary>
    public void Write(string name, string text, bool isProgram = false)
    {
        string path = PathOf(name);
        string folder = Path.GetDirectoryName(path)!;
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(path, text, Utf8);
            return;
        }

        Directory.CreateDirectory(folder, FolderMode);
        File.SetUnixFileMode(folder, FolderMode);
        FileStreamOptions options = new()
        {
            Mode = System.IO.FileMode.Create, Access = FileAccess.Write, UnixCreateMode = FileMode,
        };
        using (StreamWriter writer = new(path, Utf8, options))
        {
            writer.Write(text);
        }

        File.SetUnixFileMode(path, isProgram ? FolderMode : FileMode);
    }

    private string PathOf(string name) => Path.Combine(root, name);
}
