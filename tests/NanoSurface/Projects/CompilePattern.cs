using System.Text.RegularExpressions;

namespace UlmEdge.Tests.NanoSurface;

/// <summary>MSBuild's wildcards: * within a folder, ** through folders.</summary>
internal static class CompilePattern
{
    /// <summary>The files on disk that a pattern in a project's folder means, from the repository's root.</summary>
    public static IEnumerable<string> Files(string folder, string pattern)
    {
        string whole = Normal(folder + "/" + pattern.Trim().Replace('\\', '/'));
        string expression = Regex.Escape(whole)
            .Replace(@"\*\*/", "(.*/)?")
            .Replace(@"\*", "[^/]*");
        string start = whole.Contains('*') ? whole[..whole.IndexOf('*')] : whole;
        string root = start.Contains('/') ? start[..start.LastIndexOf('/')] : ".";
        return Checkout.Files(root, "*.cs").Where(file => Regex.IsMatch(file, $"^{expression}$"));
    }

    // Takes the dots out; to Path the stars are characters like others.
    private static string Normal(string path) => Checkout.NameOf(Checkout.PathOf(path));
}
