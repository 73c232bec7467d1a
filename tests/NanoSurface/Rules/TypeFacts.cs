using Microsoft.CodeAnalysis;

namespace UlmEdge.Tests.NanoSurface;

/// <summary>The few questions about types that several rules ask.</summary>
internal static class TypeFacts
{
    public static bool IsFloat(this ITypeSymbol? type) =>
        type?.SpecialType is SpecialType.System_Single or SpecialType.System_Double;

    public static bool IsNumber(this ITypeSymbol? type) =>
        type?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double;

    /// <summary>An enum, or the class Enum that any enum can be boxed as.</summary>
    public static bool IsEnum(this ITypeSymbol? type) =>
        type?.TypeKind == TypeKind.Enum || type?.SpecialType == SpecialType.System_Enum;

    /// <summary>The integer type that a value has on the stack: an enum's is the one below it.</summary>
    public static SpecialType OnStack(this ITypeSymbol? type) =>
        (type as INamedTypeSymbol)?.EnumUnderlyingType?.SpecialType ?? type?.SpecialType ?? SpecialType.None;

    public static bool Is(this ISymbol? symbol, ISymbol? other) => SymbolEqualityComparer.Default.Equals(symbol, other);
}
