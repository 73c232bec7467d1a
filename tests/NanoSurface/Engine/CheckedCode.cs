using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace UlmEdge.Tests.NanoSurface;

/// <summary>What the rules look at: bound sources, and the code made of them where they compile.</summary>
/// <param name="compilation">All sources and the platform's assemblies.</param>
/// <param name="trees">The files to report on.</param>
/// <param name="byteCode">The compiled sources, or null where the compiler refused.</param>
internal sealed class CheckedCode(
    CSharpCompilation compilation, IReadOnlyCollection<SyntaxTree> trees, ByteCode? byteCode)
{
    private readonly Dictionary<string, SyntaxTree> treeOfPath = trees.ToDictionary(tree => tree.FilePath);

    private readonly Lazy<IReadOnlyList<IOperation>> bodies = new(() => trees
        .SelectMany(tree => BodiesIn(tree.GetRoot(), compilation.GetSemanticModel(tree)))
        .ToList());

    public CSharpCompilation Compilation => compilation;

    public ByteCode? ByteCode => byteCode;

    /// <summary>Every syntax node of the files to report on.</summary>
    public IEnumerable<SyntaxNode> Nodes => trees.SelectMany(tree => tree.GetRoot().DescendantNodesAndSelf());

    /// <summary>Everything that runs: bodies of methods and accessors, initialisers of fields and properties.</summary>
    public IReadOnlyList<IOperation> Bodies => bodies.Value;

    /// <summary>Every operation of every body.</summary>
    public IEnumerable<IOperation> Operations => Bodies.SelectMany(body => body.DescendantsAndSelf());

    /// <summary>Where a parameter of our own is read, in whatever file that is.</summary>
    public IEnumerable<IParameterReferenceOperation> ReadsOf(IParameterSymbol parameter)
    {
        SyntaxReference? declared = parameter.ContainingSymbol.DeclaringSyntaxReferences.FirstOrDefault();
        IOperation? body = declared == null
            ? null
            : compilation.GetSemanticModel(declared.SyntaxTree).GetOperation(declared.GetSyntax());
        return body?.Descendants()
            .OfType<IParameterReferenceOperation>()
            .Where(read => read.Parameter.Is(parameter)) ?? [];
    }

    /// <summary>Whether the compiler keeps a local's value on the stack instead of in the local.</summary>
    public bool IsOptimisedAway(ILocalSymbol local)
    {
        FileLinePositionSpan place = local.Locations[0].GetLineSpan();
        List<MethodCode> methods = byteCode?.Methods.Values
            .Where(method => method.Points.Any(point => IsAt(point, place)))
            .ToList() ?? [];
        return methods.Count > 0 && !methods.Any(method => method.Locals.Contains(local.Name));
    }

    /// <summary>A finding at a place in the sources.</summary>
    public static Finding At(SyntaxNode node, string rule, string message) =>
        new(rule, node.SyntaxTree.FilePath, LineOf(node), MemberName.Around(node), message);

    /// <summary>A finding at a place in the compiled code; none where that is not in the files to report on.</summary>
    public Finding? At(SourcePoint? point, string rule, string message)
    {
        if (point == null || !treeOfPath.TryGetValue(point.Path, out SyntaxTree? tree))
        {
            return null;
        }
        int start = tree.GetText().Lines[point.Line - 1].Start + point.Column - 1;
        return At(tree.GetRoot().FindNode(new TextSpan(start, 0)), rule, message);
    }

    /// <summary>A finding at a type of our own, given by its name in the compiled code.</summary>
    public Finding? AtType(string metadataName, string rule, string message)
    {
        SyntaxReference? declared = compilation.Assembly.GetTypeByMetadataName(metadataName)
            ?.DeclaringSyntaxReferences.FirstOrDefault();
        return declared == null || !treeOfPath.ContainsKey(declared.SyntaxTree.FilePath)
            ? null
            : At(declared.GetSyntax(), rule, message);
    }

    /// <summary>A compiler's message as a finding.</summary>
    public static Finding Of(Diagnostic diagnostic)
    {
        Location location = diagnostic.Location;
        if (location.SourceTree == null)
        {
            return new Finding(diagnostic.Id, "(no file)", 0, "(no member)", diagnostic.GetMessage());
        }
        SyntaxNode node = location.SourceTree.GetRoot().FindNode(location.SourceSpan, getInnermostNodeForTie: true);
        return At(node, diagnostic.Id, diagnostic.GetMessage()) with
        {
            Line = location.GetLineSpan().StartLinePosition.Line + 1,
        };
    }

    private static bool IsAt(SourcePoint point, FileLinePositionSpan place) =>
        point.Path == place.Path && point.Line == place.StartLinePosition.Line + 1;

    private static int LineOf(SyntaxNode node) => node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;

    private static IEnumerable<IOperation> BodiesIn(SyntaxNode root, SemanticModel model) => root
        .DescendantNodes()
        .Where(IsBody)
        .Select(node => model.GetOperation(node))
        .OfType<IOperation>();

    private static bool IsBody(SyntaxNode node) => node switch
    {
        BaseMethodDeclarationSyntax or AccessorDeclarationSyntax => true,
        ArrowExpressionClauseSyntax arrow => arrow.Parent is BasePropertyDeclarationSyntax,
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax } => true,
        EqualsValueClauseSyntax { Parent.Parent.Parent: BaseFieldDeclarationSyntax } => true,
        _ => false,
    };
}
