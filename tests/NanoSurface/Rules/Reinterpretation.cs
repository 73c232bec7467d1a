using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace UlmEdge.Tests.NanoSurface;

/// <summary>The casts that change a value's sign on .NET and nothing at all on the board.</summary>
internal static class Reinterpretation
{
    /// <summary>Whether an operation is (int) of a uint or (long) of a ulong that stays unsigned there.</summary>
    public static bool Is(IOperation operation) =>
        operation is IConversionOperation { ConstantValue.HasValue: false, OperatorMethod: null } cast
        && (cast.Operand.Type.OnStack(), cast.Type.OnStack()) is
            (SpecialType.System_UInt32, SpecialType.System_Int32)
            or (SpecialType.System_UInt64, SpecialType.System_Int64)
        && IsUnsignedThere(cast.Operand);

    /// <summary>Whether the top bit of a reinterpreted value can be set: else both ways of reading it agree.</summary>
    public static bool CanBeNegative(IConversionOperation cast) => cast.Operand switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.And } mask =>
            !IsSmall(mask.LeftOperand) && !IsSmall(mask.RightOperand),
        IBinaryOperation
        {
            OperatorKind: BinaryOperatorKind.RightShift or BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder,
        } shrunk => !IsSmall(shrunk.RightOperand),
        _ => true,
    };

    /// <summary>A constant that leaves the top bit clear, and is not zero.</summary>
    public static bool IsSmall(IOperation value) => value.ConstantValue switch
    {
        { HasValue: true, Value: int and > 0 or long and > 0 } => true,
        { HasValue: true, Value: uint and > 0 and <= int.MaxValue } => true,
        { HasValue: true, Value: ulong and > 0 and <= long.MaxValue } => true,
        _ => false,
    };

    // What comes from an int, byte or ushort keeps that type; conversions that cost an instruction mark it unsigned.
    private static bool IsUnsignedThere(IOperation value) =>
        value is not IConversionOperation { OperatorMethod: null } conversion
        || (conversion.Type.OnStack(), conversion.Operand.Type.OnStack()) switch
        {
            (SpecialType.System_UInt32, SpecialType.System_UInt32) => IsUnsignedThere(conversion.Operand),
            (SpecialType.System_UInt64, SpecialType.System_UInt64) => IsUnsignedThere(conversion.Operand),
            (SpecialType.System_UInt32, var from) => !IsNarrow(from),
            (_, var from) => from is SpecialType.System_Single or SpecialType.System_Double,
        };

    private static bool IsNarrow(SpecialType type) => type
        is SpecialType.System_Int32 or SpecialType.System_Char
        or SpecialType.System_Byte or SpecialType.System_SByte or SpecialType.System_Int16 or SpecialType.System_UInt16;
}
