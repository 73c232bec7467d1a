using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace UlmEdge.Tests.NanoSurface;

/// <summary>What one assembly is in a .pe.</summary>
/// <remarks>
/// The platform's metadata processor makes it of the compiler's file. Its layout is known (nf-interpreter, CLR_RECORD_*): a header of 124
/// bytes and a record for each type (24), method (16), field (8) and reference (8), what they and the literals are called once,
/// signatures, and code with tokens of two bytes in place of four. Offsets into code and strings have 16 bits: more than 65,535 bytes of
/// either and the processor refuses the assembly.
/// </remarks>
/// <param name="Name">The assembly.</param>
/// <param name="CodeBytes">Bytes of code, to the byte but for the padding at its end.</param>
/// <param name="StringBytes">Bytes of names and literals, those included that the platform has in a table of its own.</param>
/// <param name="FileBytes">The whole file, roughly: signatures are coded otherwise there.</param>
internal sealed record AssemblySize(string Name, int CodeBytes, int StringBytes, int FileBytes)
{
    /// <summary>What an assembly can hold of code, and of strings.</summary>
    public const int TableBytesMax = ushort.MaxValue;

    private const int HeaderBytes = 124;
    private const int TypeBytes = 24;
    private const int MethodBytes = 16;
    private const int FieldBytes = 8;
    private const int ReferenceBytes = 8;
    private const int HandlerBytes = 12;

    /// <summary>Weighs an assembly.</summary>
    public static AssemblySize Of(string name, byte[] image, ByteCode code)
    {
        using PEReader reader = new(new MemoryStream(image));
        int codeBytes = code.Methods.Values.Sum(method => Weigh(method, reader, code.Metadata));
        MetadataReader metadata = code.Metadata;
        List<FieldDefinition> fields = [.. metadata.FieldDefinitions.Select(metadata.GetFieldDefinition)
            .Where(field => (field.Attributes & FieldAttributes.Literal) == 0)]; // Constants stand where they are used, and nowhere else.
        int strings = Strings(code, fields).Distinct().Sum(text => System.Text.Encoding.UTF8.GetByteCount(text) + 1);
        int signatures = metadata.MethodDefinitions.Select(handle => metadata.GetMethodDefinition(handle).Signature)
            .Concat(fields.Select(field => field.Signature)).Distinct().Sum(blob => metadata.GetBlobReader(blob).Length);
        return new AssemblySize(name, codeBytes, strings, HeaderBytes + codeBytes + strings + signatures
            + (TypeBytes * metadata.TypeDefinitions.Count) + (MethodBytes * metadata.MethodDefinitions.Count) + (FieldBytes * fields.Count)
            + (ReferenceBytes * (metadata.AssemblyReferences.Count + metadata.TypeReferences.Count + metadata.MemberReferences.Count)));
    }

    private static int Weigh(MethodCode method, PEReader reader, MetadataReader metadata)
    {
        int address = metadata.GetMethodDefinition(method.Handle).RelativeVirtualAddress;
        if (address == 0)
        {
            return 0;
        }

        MethodBodyBlock body = reader.GetMethodBody(address);
        int handlers = body.ExceptionRegions.Length;
        return body.GetILBytes()!.Length - method.Instructions.Sum(instruction => Saved(instruction, method, body.GetILBytes()!.Length))
            + (handlers == 0 ? 0 : 1 + (HandlerBytes * handlers));
    }

    // A number of 4 bytes becomes one of 2; a switch has its count in 1 byte.
    private static int Saved(Instruction instruction, MethodCode method, int end) => instruction.Code.OperandType switch
    {
        OperandType.InlineSwitch => 3 + ((Next(instruction, method, end) - instruction.Offset - 5) / 2),
        OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineString or OperandType.InlineType
            or OperandType.InlineBrTarget => 2,
        _ => 0,
    };

    private static int Next(Instruction instruction, MethodCode method, int end) => method.Instructions
        .Where(other => other.Offset > instruction.Offset).Select(other => other.Offset).DefaultIfEmpty(end).First();

    private static IEnumerable<string> Strings(ByteCode code, IEnumerable<FieldDefinition> fields)
    {
        MetadataReader metadata = code.Metadata;
        IEnumerable<StringHandle> names = metadata.TypeDefinitions.Select(metadata.GetTypeDefinition)
            .SelectMany(type => new[] { type.Name, type.Namespace })
            .Concat(metadata.MethodDefinitions.Select(handle => metadata.GetMethodDefinition(handle).Name))
            .Concat(fields.Select(field => field.Name))
            .Concat(metadata.AssemblyReferences.Select(handle => metadata.GetAssemblyReference(handle).Name))
            .Concat(metadata.TypeReferences.Select(metadata.GetTypeReference).SelectMany(type => new[] { type.Name, type.Namespace }))
            .Concat(metadata.MemberReferences.Select(handle => metadata.GetMemberReference(handle).Name));
        IEnumerable<string> literals = code.Methods.Values.SelectMany(method => method.Instructions)
            .Where(instruction => instruction.Code.OperandType == OperandType.InlineString)
            .Select(instruction => metadata.GetUserString(MetadataTokens.UserStringHandle(instruction.Operand)));
        return names.Select(metadata.GetString).Concat(literals);
    }
}
