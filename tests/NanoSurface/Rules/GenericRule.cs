using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace UlmEdge.Tests.NanoSurface;

/// <summary>Generics, declared or used: neither compiler nor metadata processor minds, the board crashes.</summary>
internal sealed class GenericRule : IRule
{
    public string Name => "generic";

    public IEnumerable<Finding> Check(CheckedCode code)
    {
        foreach (SyntaxNode node in code.Nodes)
        {
            if (node is TypeParameterListSyntax parameters)
            {
                yield return Crash(parameters.Parent!, "own generic type, method or delegate");
            }
            if (node is GenericNameSyntax name)
            {
                yield return Crash(name, $"use of generic {name.Identifier.Text}");
            }
        }
        foreach (IOperation operation in code.Operations.Where(IsGeneric))
        {
            yield return Crash(operation.Syntax, "use of a generic type or method");
        }
    }

    private Finding Crash(SyntaxNode node, string what) => CheckedCode.At(
        node, Name, what + " crashes the board when it is loaded; write a type or delegate for the one case");

    private static bool IsGeneric(IOperation operation) => operation switch
    {
        IInvocationOperation call => call.TargetMethod.IsGenericMethod || IsGeneric(call.Type),
        IVariableDeclaratorOperation declarator => IsGeneric(declarator.Symbol.Type),
        IMethodReferenceOperation reference => reference.Method.IsGenericMethod,
        _ => IsGeneric(operation.Type),
    };

    private static bool IsGeneric(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => IsGeneric(array.ElementType),
        INamedTypeSymbol { TypeKind: TypeKind.Error } => false,
        // From C# 10 on a lambda without a target has a delegate type that the compiler makes up.
        INamedTypeSymbol { TypeKind: TypeKind.Delegate, CanBeReferencedByName: false } => true,
        INamedTypeSymbol named => named.IsGenericType,
        _ => false,
    };
}
