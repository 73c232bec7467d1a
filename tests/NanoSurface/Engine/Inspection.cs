using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace UlmEdge.Tests.NanoSurface;

/// <summary>Compiles for the board, then asks every rule.</summary>
internal static class Inspection
{
    /// <summary>Every rule there is: a class in Rules/ is enough to be asked.</summary>
    public static IReadOnlyList<IRule> Rules { get; } = Assembly.GetExecutingAssembly().GetTypes()
        .Where(type => type.IsClass && typeof(IRule).IsAssignableFrom(type))
        .OrderBy(type => type.Name, StringComparer.Ordinal)
        .Select(type => (IRule)Activator.CreateInstance(type)!)
        .ToList();

    /// <summary>The compiler's errors and the rules' findings in some files of a compilation.</summary>
    public static IReadOnlyList<Finding> Of(CSharpCompilation compilation, IReadOnlyCollection<SyntaxTree> trees)
    {
        List<Finding> refused = CompilerErrors(compilation, out ByteCode? byteCode);
        CheckedCode code = new(compilation, trees, byteCode);
        HashSet<string> reported = trees.Select(tree => tree.FilePath).ToHashSet();
        return refused.Where(finding => finding.Line == 0 || reported.Contains(finding.Path))
            .Concat(Rules.SelectMany(rule => rule.Check(code)))
            .DistinctBy(finding => (finding.Rule, finding.Path, finding.Line, finding.Member))
            .OrderBy(finding => finding.Path, StringComparer.Ordinal)
            .ThenBy(finding => finding.Line)
            .ToList();
    }

    /// <summary>Only the compiler's errors, those included that it finds while it writes the code.</summary>
    public static List<Finding> CompilerErrors(CSharpCompilation compilation) => CompilerErrors(compilation, out _);

    private static List<Finding> CompilerErrors(CSharpCompilation compilation, out ByteCode? byteCode)
    {
        using MemoryStream image = new();
        using MemoryStream symbols = new();
        EmitOptions options = new(debugInformationFormat: DebugInformationFormat.PortablePdb);
        EmitResult result = compilation.Emit(image, symbols, options: options);
        byteCode = result.Success ? ByteCode.Read(image.ToArray(), symbols.ToArray()) : null;
        return NanoCompiler.Errors(result.Diagnostics).Select(CheckedCode.Of).ToList();
    }
}
