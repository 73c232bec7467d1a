using System.Text.RegularExpressions;

namespace UlmEdge.Tests.Tidy;

/// <summary>The page on the architecture names nothing that is not there any more.</summary>
public sealed class ArchitecturePageTests
{
    private static readonly string Page = Sources.Read("firmware/ARCHITECTURE.md");

    [Fact]
    public void Every_type_that_it_names_is_a_file()
    {
        HashSet<string> files = [.. Sources.Below(".", "*.cs").Select(Path.GetFileNameWithoutExtension).OfType<string>()];
        string[] names = [.. Regex.Matches(Page, @"(?:`|\*\*)([A-Z][a-z]+(?:[A-Z][a-z]+)+)(?:`|\*\*)")
            .Select(name => name.Groups[1].Value).Distinct()];
        Assert.True(names.Length > 8);
        Assert.All(names, name => Assert.Contains(name, files));
    }

    [Fact]
    public void Every_folder_and_file_that_it_names_is_there()
    {
        string[] roots = [Sources.Root, Path.Combine(Sources.Root, "firmware")];
        string[] paths = [.. Regex.Matches(Page, @"`((?:Core|Edge|App|Ports|devices|simulator)(?:/[\w./]*)?)`")
            .Select(path => path.Groups[1].Value)];
        Assert.True(paths.Length > 15);
        Assert.All(paths, path => Assert.True(
            roots.Any(root => Path.Exists(Path.Combine(root, path))), $"{path} is not there any more"));
    }
}
