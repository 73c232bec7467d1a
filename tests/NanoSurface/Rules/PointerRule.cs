using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace UlmEdge.Tests.NanoSurface;

/// <summary>Pointers in any form: rejected by the metadata processor, or failing at run time.</summary>
internal sealed class PointerRule : IRule
{
    public string Name => "pointer";

    public IEnumerable<Finding> Check(CheckedCode code) =>
        from node in code.Nodes
        let what = WhatIs(node)
        where what != null
        select CheckedCode.At(node, Name, what + "; use an array and an index");

    private static string? WhatIs(SyntaxNode node) => node switch
    {
        FixedStatementSyntax => "the metadata processor rejects fixed",
        FieldDeclarationSyntax field when field.Modifiers.Any(SyntaxKind.FixedKeyword) =>
            "the board has no fixed buffers",
        StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax =>
            "stackalloc is an unsupported instruction on the board",
        FunctionPointerTypeSyntax => "function pointers fail on the board",
        PointerTypeSyntax => "pointers are not for the board",
        UnsafeStatementSyntax => "unsafe code is not for the board",
        _ => null,
    };
}
