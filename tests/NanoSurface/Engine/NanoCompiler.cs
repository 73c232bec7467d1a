using System.Collections.Concurrent;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace UlmEdge.Tests.NanoSurface;

/// <summary>Compiles as the platform's project system does: C# 9, optimised, for the board.</summary>
internal static class NanoCompiler
{
    private static readonly ConcurrentDictionary<string, SyntaxTree> Parsed = new();

    private static readonly CSharpParseOptions Syntax = new(
        LanguageVersion.CSharp9, DocumentationMode.None, preprocessorSymbols: ["NANOFRAMEWORK_1_0"]);

    /// <summary>Reads one source file of the repository.</summary>
    public static SyntaxTree Parse(string path) =>
        Parsed.GetOrAdd(path, name => ParseText(name, File.ReadAllText(Checkout.PathOf(name))));

    /// <summary>Takes a text for a source file of that name.</summary>
    public static SyntaxTree ParseText(string path, string text) =>
        CSharpSyntaxTree.ParseText(text, Syntax, path, Encoding.UTF8);

    /// <summary>Puts sources and references together.</summary>
    public static CSharpCompilation Compile(
        string assembly, IEnumerable<SyntaxTree> trees, IEnumerable<MetadataReference> references) =>
        CSharpCompilation.Create(
            assembly,
            trees,
            references,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));

    /// <summary>The errors among a compiler's messages, in the order of the sources.</summary>
    public static IEnumerable<Diagnostic> Errors(IEnumerable<Diagnostic> diagnostics) => diagnostics
        .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
        .OrderBy(diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal)
        .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start);
}
