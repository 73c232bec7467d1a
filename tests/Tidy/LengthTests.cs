using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace UlmEdge.Tests.Tidy;

/// <summary>How long things may be: mostly short, never endless.</summary>
public class LengthTests
{
    private const int FileLinesMax = 400;
    private const int FileLinesUsual = 150;
    private const int MethodLinesMax = 70;
    private const int MethodLinesUsual = 30;
    private const int ColumnsMax = 140;
    private const double UsualShare = 0.9;

    private static readonly Lazy<(string Path, string[] Lines, SyntaxNode Syntax)[]> Files = new(() => [..
        from folder in new[] { "firmware", "devices", "simulator", "tests" }
        from path in Sources.Below(folder)
        where !path.StartsWith("tests/NanoSurface/Signatures/", StringComparison.Ordinal)
        select (path, Sources.Lines(path), CSharpSyntaxTree.ParseText(Sources.Read(path)).GetRoot())]);

    [Fact]
    public void Files_are_mostly_short_and_never_long()
    {
        Assert.Empty(Files.Value.Where(file => file.Lines.Length > FileLinesMax).Select(file => $"{file.Path}: {file.Lines.Length} lines"));
        AssertMostly(Files.Value.Select(file => file.Lines.Length), FileLinesUsual);
    }

    [Fact]
    public void Methods_are_mostly_short_and_never_long()
    {
        var methods = (
            from file in Files.Value
            from method in file.Syntax.DescendantNodes().OfType<BaseMethodDeclarationSyntax>()
            let span = method.SyntaxTree.GetLineSpan(method.Span)
            let first = span.StartLinePosition.Line
            select (Name: $"{file.Path}({first + 1})", Lines: span.EndLinePosition.Line - first + 1)).ToArray();
        Assert.Empty(from method in methods where method.Lines > MethodLinesMax select method);
        AssertMostly(methods.Select(method => method.Lines), MethodLinesUsual);
    }

    [Fact]
    public void Lines_end_before_they_are_lost()
    {
        Assert.Empty(
            from file in Files.Value
            from line in file.Lines.Index()
            where line.Item.Length > ColumnsMax && !line.Item.Contains("[InlineData", StringComparison.Ordinal)
            select $"{file.Path}({line.Index + 1}): {line.Item.Length} columns");
    }

    [Fact]
    public void A_file_holds_one_type()
    {
        Assert.Empty(
            from file in Files.Value
            let types = file.Syntax.DescendantNodes(node => node is not BaseTypeDeclarationSyntax)
                .Count(node => node is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax)
            where types > 1
            select $"{file.Path}: {types} types");
    }

    private static void AssertMostly(IEnumerable<int> lengths, int usual)
    {
        int[] sorted = [.. lengths.Order()];
        Assert.InRange(sorted[(int)(UsualShare * sorted.Length)], 1, usual);
    }
}
