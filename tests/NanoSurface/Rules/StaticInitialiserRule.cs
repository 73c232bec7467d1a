using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace UlmEdge.Tests.NanoSurface;

/// <summary>Static initialisers that read another type's statics, themselves or in what they call.</summary>
/// <remarks>
/// The board runs all of them when it loads the assembly, in the order of the types; .NET runs each when its type is
/// first used. Constants are not read at run time and may come from anywhere.
/// </remarks>
internal sealed class StaticInitialiserRule : IRule
{
    public string Name => "static-initialiser";

    public IEnumerable<Finding> Check(CheckedCode code) =>
        code.ByteCode == null ? [] : Find(code, code.ByteCode).OfType<Finding>();

    private IEnumerable<Finding?> Find(CheckedCode code, ByteCode byteCode) =>
        from method in byteCode.Methods.Values
        where method.Name == ".cctor"
        from instruction in method.Instructions
        let field = ForeignStatic(byteCode, method.Owner, instruction, [])
        where field != null
        select code.At(
            method.PointAt(instruction.Offset),
            Name,
            $"the board runs this when it loads the assembly, maybe before {field} is set; make that a const");

    /// <summary>The first static of another type that an instruction reads, or null.</summary>
    private static string? ForeignStatic(
        ByteCode byteCode, TypeDefinitionHandle owner, Instruction instruction, HashSet<EntityHandle> followed)
    {
        if (instruction.Code.OperandType is not (OperandType.InlineField or OperandType.InlineMethod))
        {
            return null;
        }
        EntityHandle handle = MetadataTokens.EntityHandle(instruction.Operand);
        if (handle.Kind == HandleKind.FieldDefinition)
        {
            bool isRead = instruction.Code == OpCodes.Ldsfld || instruction.Code == OpCodes.Ldsflda;
            return isRead ? NameIfForeign(byteCode, owner, (FieldDefinitionHandle)handle) : null;
        }
        // A method that only becomes a delegate runs later.
        bool isCalled = instruction.Code != OpCodes.Ldftn && instruction.Code != OpCodes.Ldvirtftn;
        return isCalled && handle.Kind == HandleKind.MethodDefinition && followed.Add(handle)
            ? byteCode.Methods[(MethodDefinitionHandle)handle].Instructions
                .Select(inner => ForeignStatic(byteCode, owner, inner, followed))
                .FirstOrDefault(found => found != null)
            : null;
    }

    private static string? NameIfForeign(ByteCode byteCode, TypeDefinitionHandle owner, FieldDefinitionHandle handle)
    {
        FieldDefinition field = byteCode.Metadata.GetFieldDefinition(handle);
        TypeDefinitionHandle type = field.GetDeclaringType();
        string typeName = byteCode.Metadata.GetString(byteCode.Metadata.GetTypeDefinition(type).Name);
        // The compiler's own caches of lambdas start empty and are filled on first use: they work (tested on nanoCLR).
        return type == owner || typeName.StartsWith('<')
            ? null
            : $"{typeName}.{NameInSource(byteCode.Metadata.GetString(field.Name))}";
    }

    // An automatic property's field is called <Name>k__BackingField.
    private static string NameInSource(string field) => field[0] == '<' ? field[1..field.IndexOf('>')] : field;
}
