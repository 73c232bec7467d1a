namespace UlmEdge.Benchmarks;

/// <summary>The files of this checkout, found from where the program lies.</summary>
internal static class Checkout
{
    private static readonly string Root = Find();

    /// <summary>A file or folder by its path below the root.</summary>
    public static string PathOf(string path) => Path.Combine(Root, path);

    private static string Find()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "UlmEdge.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("this program does not lie in a checkout of UlmEdge");
    }
}
