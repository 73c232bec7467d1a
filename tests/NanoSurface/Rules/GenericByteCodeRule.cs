using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace UlmEdge.Tests.NanoSurface;

/// <summary>Generics that only the compiled code shows: those that the compiler makes up.</summary>
internal sealed class GenericByteCodeRule : IRule
{
    private const string Message = "the compiler makes generic code of this, which crashes the board when it is loaded";

    public string Name => "generic-bytecode";

    public IEnumerable<Finding> Check(CheckedCode code) =>
        code.ByteCode == null ? [] : Find(code, code.ByteCode).OfType<Finding>();

    private IEnumerable<Finding?> Find(CheckedCode code, ByteCode byteCode)
    {
        foreach (TypeDefinitionHandle handle in byteCode.Metadata.TypeDefinitions)
        {
            if (byteCode.Metadata.GetTypeDefinition(handle).GetGenericParameters().Count > 0)
            {
                yield return code.AtType(byteCode.NameOf(handle), Name, Message);
            }
        }
        foreach (MethodCode method in byteCode.Methods.Values)
        {
            bool isGeneric = byteCode.Metadata.GetMethodDefinition(method.Handle).GetGenericParameters().Count > 0;
            List<Instruction> uses = method.Instructions.Where(it => IsGeneric(byteCode, it)).ToList();
            if (isGeneric || uses.Count > 0)
            {
                yield return code.At(method.PointAt(uses.FirstOrDefault().Offset), Name, Message);
            }
        }
    }

    private static bool IsGeneric(ByteCode byteCode, Instruction instruction)
    {
        if (instruction.Code.OperandType is not
            (OperandType.InlineMethod or OperandType.InlineType or OperandType.InlineField or OperandType.InlineTok))
        {
            return false;
        }
        EntityHandle handle = MetadataTokens.EntityHandle(instruction.Operand);
        if (handle.Kind == HandleKind.MemberReference)
        {
            handle = byteCode.Metadata.GetMemberReference((MemberReferenceHandle)handle).Parent;
        }
        return handle.Kind == HandleKind.MethodSpecification || IsGenericType(byteCode.Metadata, handle);
    }

    private static bool IsGenericType(MetadataReader metadata, EntityHandle handle)
    {
        if (handle.Kind != HandleKind.TypeSpecification)
        {
            return false;
        }
        BlobReader blob = metadata.GetBlobReader(
            metadata.GetTypeSpecification((TypeSpecificationHandle)handle).Signature);
        return blob.ReadSignatureTypeCode() == SignatureTypeCode.GenericTypeInstance;
    }
}
