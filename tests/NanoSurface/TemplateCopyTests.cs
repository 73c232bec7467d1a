using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace UlmEdge.Tests.NanoSurface;

/// <summary>What the guide says of <c>devices/Template</c>: copied and renamed, it compiles for the board at once.</summary>
public sealed class TemplateCopyTests
{
    [Fact]
    public void A_renamed_copy_is_clean()
    {
        SyntaxTree[] copies = [.. Checkout.Files("devices/Template", "*.cs")
            .Where(path => !path.Contains("/tests/", StringComparison.Ordinal))
            .Select(path => NanoCompiler.ParseText(Renamed(path), Renamed(File.ReadAllText(Checkout.PathOf(path)))))];
        Assert.Equal(3, copies.Length);
        CSharpCompilation withCopy = NanoCompiler.Compile(
            "UlmEdge", FirmwareBuilds.Everything.SyntaxTrees.Concat(copies), ReferenceAssemblies.All.Values);
        IReadOnlyList<Finding> findings = Inspection.Of(withCopy, copies);
        Assert.True(findings.Count == 0, string.Join('\n', findings));
    }

    private static string Renamed(string text) => text.Replace("Template", "Hdc1080", StringComparison.Ordinal);
}
