using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace UlmEdge.Tests.NanoSurface;

/// <summary>Arrays of more than one dimension: the board crashes on them.</summary>
internal sealed class MultiDimensionalArrayRule : IRule
{
    private const string Message =
        "an array of several dimensions crashes the board; use one array, or an array of arrays";

    public string Name => "multi-dimensional-array";

    public IEnumerable<Finding> Check(CheckedCode code)
    {
        IEnumerable<SyntaxNode> written = code.Nodes.Where(IsWritten);
        IEnumerable<SyntaxNode> used = code.Operations
            .Where(operation => operation.Type is IArrayTypeSymbol { Rank: > 1 })
            .Select(operation => operation.Syntax);
        return written.Concat(used).Select(node => CheckedCode.At(node, Name, Message));
    }

    private static bool IsWritten(SyntaxNode node) => node switch
    {
        ArrayRankSpecifierSyntax rank => rank.Rank > 1,
        ImplicitArrayCreationExpressionSyntax array => array.Commas.Count > 0,
        _ => false,
    };
}
