using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace UlmEdge.Tests.NanoSurface;

/// <summary>Divisions by a constant that end badly on the board: floating zero throws, minus one can crash.</summary>
internal sealed class DivisionRule : IRule
{
    public string Name => "division";

    public IEnumerable<Finding> Check(CheckedCode code) =>
        from operation in code.Operations
        let message = WhatIsWrong(operation)
        where message != null
        select CheckedCode.At(operation.Syntax, Name, message);

    private static string? WhatIsWrong(IOperation operation) => operation switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder } division =>
            WhatIsWrongWith(division.Type, division.RightOperand),
        ICompoundAssignmentOperation
        {
            OperatorKind: BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder,
        } division => WhatIsWrongWith(division.Value.Type, division.Value),
        _ => null,
    };

    private static string? WhatIsWrongWith(ITypeSymbol? type, IOperation divisor)
    {
        object? value = divisor.ConstantValue is { HasValue: true, Value: var constant } ? constant : null;
        return value switch
        {
            0.0 or 0.0f when type.IsFloat() =>
                "floating division by zero throws on the board; write double.NaN or double.PositiveInfinity",
            -1 or -1L when !type.IsFloat() => "the least int divided by -1 crashes the platform; write a minus sign",
            _ => null,
        };
    }
}
