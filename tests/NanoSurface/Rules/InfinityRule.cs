using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace UlmEdge.Tests.NanoSurface;

/// <summary>Comparing with an infinity: on the board both infinities are equal, and none is greater.</summary>
internal sealed class InfinityRule : IRule
{
    public string Name => "infinity";

    public IEnumerable<Finding> Check(CheckedCode code) => code.Operations
        .OfType<IBinaryOperation>()
        .Where(comparison => IsInfinity(comparison.LeftOperand) || IsInfinity(comparison.RightOperand))
        .Where(comparison => comparison.Type?.SpecialType == SpecialType.System_Boolean)
        .Select(comparison => CheckedCode.At(
            comparison.Syntax,
            Name,
            "+∞ equals -∞ on the board; call double.IsPositiveInfinity or double.IsNegativeInfinity"));

    private static bool IsInfinity(IOperation value) =>
        value.ConstantValue is { HasValue: true, Value: var constant }
        && ((constant is double number && double.IsInfinity(number))
            || (constant is float single && float.IsInfinity(single)));
}
