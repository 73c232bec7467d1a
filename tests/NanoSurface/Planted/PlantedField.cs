using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace UlmEdge.Tests.NanoSurface;

/// <summary>The firmware with all planted sources in it, inspected once for all tests.</summary>
/// <remarks>
/// What the compiler refuses would keep the rest from being compiled, and the rules from seeing the compiled code. So
/// the sources that do not bind have a field of their own, and those refused when code is written one each.
/// </remarks>
internal static class PlantedField
{
    private static readonly Lazy<ILookup<string, Finding>> Inspected = new(Inspect);

    /// <summary>What the inspection said of one planted source.</summary>
    public static IEnumerable<Finding> FindingsIn(PlantedCase planted) => Inspected.Value[planted.Path];

    private static ILookup<string, Finding> Inspect()
    {
        ILookup<bool, SyntaxTree> planted = PlantedCases.All.Values
            .Select((item, number) => (item.IsAlone, Tree: NanoCompiler.ParseText(item.Path, item.Text(number))))
            .ToLookup(item => item.IsAlone, item => item.Tree);
        ILookup<bool, SyntaxTree> bound = SplitByBinding([.. planted[false]]);
        ILookup<bool, SyntaxTree> written = SplitByWriting([.. bound[true]]);

        IEnumerable<SyntaxTree[]> oneByOne = written[false].Concat(planted[true]).Select(tree => new[] { tree });
        return oneByOne
            .Append([.. written[true]])
            .Append([.. bound[false]])
            .SelectMany(trees => Inspection.Of(FirmwareBuilds.Everything.AddSyntaxTrees(trees), trees))
            .ToLookup(finding => finding.Path);
    }

    private static ILookup<bool, SyntaxTree> SplitByBinding(IReadOnlyCollection<SyntaxTree> trees)
    {
        CSharpCompilation all = FirmwareBuilds.Everything.AddSyntaxTrees(trees);
        return trees.ToLookup(tree => !NanoCompiler.Errors(all.GetSemanticModel(tree).GetDiagnostics()).Any());
    }

    private static ILookup<bool, SyntaxTree> SplitByWriting(IReadOnlyCollection<SyntaxTree> trees)
    {
        HashSet<string> refused = Inspection.CompilerErrors(FirmwareBuilds.Everything.AddSyntaxTrees(trees))
            .Select(finding => finding.Path)
            .ToHashSet();
        return trees.ToLookup(tree => !refused.Contains(tree.FilePath));
    }
}
