using System.Runtime.CompilerServices;

namespace UlmEdge.Tests.NanoSurface;

/// <summary>Finds its way in the working copy that these tests were built from.</summary>
internal static class Checkout
{
    private static readonly string[] NotSource = ["bin", "obj", "packages", ".git"];

    /// <summary>The repository's root folder.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The full path of something in the repository, given with forward slashes.</summary>
    public static string PathOf(string relative) => Path.GetFullPath(relative, Root);

    /// <summary>A path as people write it: from the root, with forward slashes.</summary>
    public static string NameOf(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    /// <summary>Files below a folder that git could know, in a stable order, as paths from the root.</summary>
    public static IReadOnlyList<string> Files(string folder, string pattern)
    {
        string start = PathOf(folder);
        if (!Directory.Exists(start))
        {
            return [];
        }
        return Directory.EnumerateFiles(start, pattern, SearchOption.AllDirectories)
            .Select(NameOf)
            .Where(name => !name.Split('/').Any(part => NotSource.Contains(part)))
            .Order(StringComparer.Ordinal)
            .ToList();
    }

    /// <summary>What runs on the board: all of firmware/ and devices/ but the devices' desktop tests.</summary>
    public static IReadOnlyList<string> BoardSources() =>
        Files("firmware", "*.cs").Concat(Files("devices", "*.cs")).Where(name => !name.Contains("/tests/")).ToList();

    private static string FindRoot([CallerFilePath] string self = "")
    {
        string? folder = AppContext.BaseDirectory;
        while (folder != null && !File.Exists(Path.Combine(folder, "Directory.Packages.props")))
        {
            folder = Path.GetDirectoryName(folder);
        }
        // Built outside of the checkout, these tests still know where their sources were.
        return folder ?? Path.GetFullPath("../../..", Path.GetDirectoryName(self)!);
    }
}
