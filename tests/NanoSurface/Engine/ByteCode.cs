using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace UlmEdge.Tests.NanoSurface;

/// <summary>What the compiler made of the sources, and the metadata processor would turn into a .pe.</summary>
internal sealed class ByteCode
{
    private readonly PEReader image;

    private ByteCode(PEReader image, MetadataReader symbols)
    {
        this.image = image;
        Metadata = image.GetMetadataReader();
        Methods = Metadata.MethodDefinitions.ToDictionary(handle => handle, handle => Read(handle, symbols));
    }

    public MetadataReader Metadata { get; }

    /// <summary>Every method, those made by the compiler included.</summary>
    public IReadOnlyDictionary<MethodDefinitionHandle, MethodCode> Methods { get; }

    public static ByteCode Read(byte[] image, byte[] symbols)
    {
        MetadataReaderProvider provider = MetadataReaderProvider.FromPortablePdbImage([.. symbols]);
        return new ByteCode(new PEReader(ImmutableArray.Create(image)), provider.GetMetadataReader());
    }

    /// <summary>A type's full name as Roslyn's GetTypeByMetadataName wants it.</summary>
    public string NameOf(TypeDefinitionHandle handle)
    {
        TypeDefinition type = Metadata.GetTypeDefinition(handle);
        string name = Metadata.GetString(type.Name);
        if (!type.GetDeclaringType().IsNil)
        {
            return NameOf(type.GetDeclaringType()) + "+" + name;
        }
        return type.Namespace.IsNil ? name : Metadata.GetString(type.Namespace) + "." + name;
    }

    private MethodCode Read(MethodDefinitionHandle handle, MetadataReader symbols)
    {
        MethodDefinition method = Metadata.GetMethodDefinition(handle);
        byte[] bytes = method.RelativeVirtualAddress == 0
            ? []
            : image.GetMethodBody(method.RelativeVirtualAddress).GetILBytes() ?? [];
        return new MethodCode(
            handle,
            method.GetDeclaringType(),
            Metadata.GetString(method.Name),
            InstructionReader.Read(bytes),
            PointsOf(symbols, symbols.GetMethodDebugInformation(handle.ToDebugInformationHandle())),
            LocalsOf(symbols, handle));
    }

    private static List<string> LocalsOf(MetadataReader symbols, MethodDefinitionHandle handle) => symbols
        .GetLocalScopes(handle)
        .SelectMany(scope => symbols.GetLocalScope(scope).GetLocalVariables())
        .Select(local => symbols.GetString(symbols.GetLocalVariable(local).Name))
        .ToList();

    private static List<SourcePoint> PointsOf(MetadataReader symbols, MethodDebugInformation debug) => debug
        .GetSequencePoints()
        .Where(point => !point.IsHidden)
        .Select(point => new SourcePoint(
            point.Offset,
            symbols.GetString(symbols.GetDocument(point.Document).Name),
            point.StartLine,
            point.StartColumn))
        .ToList();
}
