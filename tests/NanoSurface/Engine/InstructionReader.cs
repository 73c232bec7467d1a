using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;

namespace UlmEdge.Tests.NanoSurface;

/// <summary>Takes a method's bytes apart (ECMA-335, partition III).</summary>
internal static class InstructionReader
{
    private const byte TwoBytePrefix = 0xFE;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    /// <summary>The instructions of one method body.</summary>
    public static IReadOnlyList<Instruction> Read(byte[] bytes)
    {
        List<Instruction> instructions = [];
        for (int position = 0; position < bytes.Length;)
        {
            int offset = position;
            short value = bytes[position++];
            if (value == TwoBytePrefix)
            {
                value = (short)(TwoBytePrefix << 8 | bytes[position++]);
            }
            OpCode code = Codes[value];
            ReadOnlySpan<byte> rest = bytes.AsSpan(position);
            int size = SizeOfOperand(code.OperandType, rest);
            instructions.Add(new Instruction(offset, code, Operand(size, rest)));
            position += size;
        }
        return instructions;
    }

    private static int SizeOfOperand(OperandType type, ReadOnlySpan<byte> rest) => type switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + 4 * BinaryPrimitives.ReadInt32LittleEndian(rest),
        _ => 4,
    };

    private static int Operand(int size, ReadOnlySpan<byte> rest) => size switch
    {
        1 => (sbyte)rest[0],
        2 => BinaryPrimitives.ReadInt16LittleEndian(rest),
        4 => BinaryPrimitives.ReadInt32LittleEndian(rest),
        _ => 0,
    };
}
