using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace UlmEdge.Tests.NanoSurface;

/// <summary>Volatile fields: the compiler refuses them for the board, but does not say where they are.</summary>
internal sealed class VolatileRule : IRule
{
    public string Name => "volatile";

    public IEnumerable<Finding> Check(CheckedCode code) => code.Nodes
        .OfType<FieldDeclarationSyntax>()
        .Where(field => field.Modifiers.Any(SyntaxKind.VolatileKeyword))
        .Select(field => CheckedCode.At(
            field, Name, "the board's mscorlib has no IsVolatile, this does not compile; use lock or Interlocked"));
}
