namespace UlmEdge.Tests.Tidy;

/// <summary>The checkout's own source files.</summary>
internal static class Sources
{
    private static readonly string[] NotOurs = ["bin", "obj", "packages", "artifacts", ".git", "TestResults", "node_modules"];

    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Files below a folder, by path relative to the root with forward slashes.</summary>
    public static IEnumerable<string> Below(string folder, string pattern = "*.cs") =>
        from file in Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
        let path = Path.GetRelativePath(Root, file).Replace('\\', '/')
        where !path.Split('/').Intersect(NotOurs).Any()
        orderby path
        select path;

    /// <summary>The text of a file.</summary>
    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>The lines of a file.</summary>
    public static string[] Lines(string path) => File.ReadAllLines(Path.Combine(Root, path));

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder != null && !File.Exists(Path.Combine(folder, "UlmEdge.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("no UlmEdge.sln above the tests");
    }
}
