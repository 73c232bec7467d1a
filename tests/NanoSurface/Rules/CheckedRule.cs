using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace UlmEdge.Tests.NanoSurface;

/// <summary>Checked arithmetic: the board never throws, the value wraps.</summary>
internal sealed class CheckedRule : IRule
{
    public string Name => "checked";

    public IEnumerable<Finding> Check(CheckedCode code) => code.Nodes
        .Where(node => node.IsKind(SyntaxKind.CheckedExpression) || node.IsKind(SyntaxKind.CheckedStatement))
        .Select(node => CheckedCode.At(
            node, Name, "checked never throws on the board, the value wraps; compare with the limits yourself"));
}
