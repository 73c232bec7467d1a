using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using UlmEdge.Core;
using UlmEdge.Tests.NanoSurface;

namespace UlmEdge.Tests.SeededBugs;

/// <summary>Builds the firmware for the desk from a copy of its sources, as simulator/Firmware does, in memory.</summary>
internal static class FirmwareCopy
{
    /// <summary>The assembly that the simulator loads.</summary>
    public const string AssemblyName = "UlmEdge.Firmware.Desk";

    private static readonly CSharpParseOptions Syntax = new(LanguageVersion.CSharp9, DocumentationMode.None);

    private static readonly Lazy<CSharpCompilation> Sound = new(Compile);

    /// <summary>The text of a source with a bug in it.</summary>
    public static string Spoil(SeededBug bug)
    {
        string[] parts = TextOf(bug.File).Split(bug.Before.ReplaceLineEndings("\n"));
        return parts.Length == 2
            ? string.Join(bug.After, parts)
            : throw new InvalidOperationException($"{bug.Name}: its text does not stand in {bug.File} exactly once");
    }

    /// <summary>Writes the firmware with a bug, or without one, to a file.</summary>
    public static void Emit(SeededBug? bug, string path)
    {
        CSharpCompilation compilation = Sound.Value;
        if (bug is not null)
        {
            SyntaxTree tree = compilation.SyntaxTrees.Single(tree => tree.FilePath == bug.File);
            compilation = compilation.ReplaceSyntaxTree(tree, Parse(bug.File, Spoil(bug)));
        }

        using FileStream file = File.Create(path);
        string[] errors = [.. compilation.Emit(file).Diagnostics
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(diagnostic => $"{diagnostic}")];
        if (errors.Length > 0)
        {
            throw new InvalidOperationException($"{bug?.Name}: {string.Join('\n', errors)}");
        }
    }

    private static CSharpCompilation Compile()
    {
        Assembly original = typeof(Node).Assembly;
        string version = $"[assembly: System.Reflection.AssemblyVersion(\"{original.GetName().Version}\")]";
        IEnumerable<SyntaxTree> trees = Checkout.BoardSources().Concat(Checkout.Files("simulator/Firmware", "*.cs"))
            .Select(path => Parse(path, TextOf(path)));
        return CSharpCompilation.Create(
            AssemblyName,
            trees.Append(Parse("version", version)),
            References().Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));
    }

    // The platform's assemblies and the façades of the packages; not the tests' own, and least of all the original.
    private static IEnumerable<string> References()
    {
        string platform = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return trusted.Split(Path.PathSeparator).Where(path => Path.GetDirectoryName(path) == platform)
            .Append(Path.Combine(AppContext.BaseDirectory, "UlmEdge.Nano.dll"));
    }

    // Also a checkout with other line ends holds the texts that are looked for.
    private static string TextOf(string path) => File.ReadAllText(Checkout.PathOf(path)).ReplaceLineEndings("\n");

    private static SyntaxTree Parse(string path, string text) => CSharpSyntaxTree.ParseText(text, Syntax, path, Encoding.UTF8);
}
