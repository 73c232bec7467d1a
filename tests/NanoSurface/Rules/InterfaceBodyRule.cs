using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace UlmEdge.Tests.NanoSurface;

/// <summary>Code and state in interfaces: compiles, and fails at the call.</summary>
internal sealed class InterfaceBodyRule : IRule
{
    private const string Message =
        "an interface member with a body fails on the board when it is called; put it into a class";

    public string Name => "interface-body";

    public IEnumerable<Finding> Check(CheckedCode code) => code.Nodes
        .Where(node => node.Parent is InterfaceDeclarationSyntax && HasBody(node))
        .Select(node => CheckedCode.At(node, Name, Message));

    private static bool HasBody(SyntaxNode member) => member switch
    {
        BaseMethodDeclarationSyntax method => method.Body != null || method.ExpressionBody != null,
        PropertyDeclarationSyntax { ExpressionBody: not null } => true,
        IndexerDeclarationSyntax { ExpressionBody: not null } => true,
        BasePropertyDeclarationSyntax property => property.AccessorList!.Accessors.Any(HasBody),
        FieldDeclarationSyntax => true,
        _ => false,
    };

    private static bool HasBody(AccessorDeclarationSyntax accessor) =>
        accessor.Body != null || accessor.ExpressionBody != null;
}
