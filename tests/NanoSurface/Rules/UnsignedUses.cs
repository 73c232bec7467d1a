using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace UlmEdge.Tests.NanoSurface;

/// <summary>Follows a reinterpreted value to a use that reads its sign, which the board gets wrong.</summary>
/// <param name="code">The sources, to follow the value into the methods it is handed to.</param>
internal sealed class UnsignedUses(CheckedCode code)
{
    private readonly HashSet<ISymbol> followed = new(SymbolEqualityComparer.Default);

    /// <summary>The first use of a value that comes out wrong, in words, or null.</summary>
    /// <param name="value">The reinterpreted value, or what was computed from it.</param>
    /// <param name="negative">Whether its top bit can be set: a value that never has it is right everywhere.</param>
    public string? Wrong(IOperation value, bool negative) => value.Parent switch
    {
        IConversionOperation conversion => ByConversion(conversion, value, negative),
        IUnaryOperation unary => Wrong(unary, negative: true),
        IBinaryOperation binary => ByBinary(binary, value, negative),
        ICompoundAssignmentOperation compound when compound.Value == value => ByCompound(compound, negative),
        IConditionalOperation choice when choice.Condition != value => Wrong(choice, negative),
        ISwitchExpressionArmOperation { Parent: { } choice } => Wrong(choice, negative),
        ISimpleAssignmentOperation assignment when assignment.Value == value => ByAssignment(assignment, negative),
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } =>
            ByLocal(local, value, negative),
        IArgumentOperation { Parameter: { RefKind: RefKind.None } parameter } => ByParameter(parameter, negative),
        _ => null,
    };

    private string? ByConversion(IConversionOperation conversion, IOperation value, bool negative)
    {
        SpecialType from = value.Type.OnStack();
        SpecialType to = conversion.Type.OnStack();
        bool widens = to is SpecialType.System_Single or SpecialType.System_Double
            || (from == SpecialType.System_Int32 && to is SpecialType.System_Int64 or SpecialType.System_UInt64);
        if (widens)
        {
            return negative ? $"the conversion to {conversion.Type!.ToDisplayString()}" : null;
        }
        // Between int and an enum, or back to uint, no instruction is made: the value goes on as it is.
        return to == from ? Wrong(conversion, negative) : null;
    }

    private string? ByBinary(IBinaryOperation binary, IOperation value, bool negative)
    {
        IOperation other = binary.LeftOperand == value ? binary.RightOperand : binary.LeftOperand;
        switch (binary.OperatorKind)
        {
            case BinaryOperatorKind.RightShift when binary.LeftOperand == value:
                return negative ? ">>" : null;
            case BinaryOperatorKind.Remainder:
                return negative ? "%" : null;
            case BinaryOperatorKind.And:
                return Wrong(binary, negative && !Reinterpretation.IsSmall(other));
            case BinaryOperatorKind.Add or BinaryOperatorKind.Multiply or BinaryOperatorKind.Or:
                return Wrong(binary, negative || !Reinterpretation.IsSmall(other));
            case BinaryOperatorKind.Subtract or BinaryOperatorKind.ExclusiveOr:
                return Wrong(binary, negative: true);
            case BinaryOperatorKind.LeftShift when binary.LeftOperand == value:
                return Wrong(binary, negative: true);
            default:
                return null;
        }
    }

    private string? ByCompound(ICompoundAssignmentOperation compound, bool negative)
    {
        bool widens = compound.Type.IsFloat() && !compound.Value.Type.IsFloat();
        return compound.OperatorKind == BinaryOperatorKind.Remainder && negative ? "%"
            : widens && negative ? "the conversion to double"
            : null;
    }

    // A local or field that is assigned holds the right value; the assignment as an expression does not.
    private string? ByAssignment(ISimpleAssignmentOperation assignment, bool negative) =>
        (assignment.Target is ILocalReferenceOperation target ? ByLocal(target.Local, assignment, negative) : null)
        ?? (assignment.Parent is IExpressionStatementOperation ? null : Wrong(assignment, negative));

    /// <summary>A local that is optimised away, as most are that are read once: the value goes on as it is.</summary>
    private string? ByLocal(ILocalSymbol local, IOperation value, bool negative)
    {
        IOperation body = value;
        while (body.Parent != null)
        {
            body = body.Parent;
        }
        List<ILocalReferenceOperation> reads = body.Descendants().OfType<ILocalReferenceOperation>()
            .Where(reference => reference.Local.Is(local))
            .Where(reference => (reference.Parent as ISimpleAssignmentOperation)?.Target != reference)
            .ToList();
        return (reads.Count == 1 || code.IsOptimisedAway(local)) && followed.Add(local)
            ? reads.Select(read => Wrong(read, negative)).FirstOrDefault(wrong => wrong != null)
            : null;
    }

    /// <summary>An int parameter takes the value as it is, and so do the parameter's uses.</summary>
    private string? ByParameter(IParameterSymbol parameter, bool negative) => !followed.Add(parameter)
        ? null
        : code.ReadsOf(parameter).Select(read => Wrong(read, negative)).FirstOrDefault(wrong => wrong != null);
}
