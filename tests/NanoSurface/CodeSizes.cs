using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace UlmEdge.Tests.NanoSurface;

/// <summary>What the firmware's code weighs, by folder, as the compiler for the board makes it.</summary>
/// <remarks>
/// The .pe itself is made by the platform's metadata processor, which is not here. Its layout is known (nf-interpreter,
/// CLR_RECORD_*): a header of 124 bytes, and a record for each type (24), method (16), field (8) and reference (8), names once, signatures,
/// literals and IL, whose tokens shrink from four bytes to two. <see cref="EstimatedImageBytes"/> adds just these up.
/// </remarks>
internal sealed class CodeSizes
{
    private const int HeaderBytes = 124;
    private const int TypeBytes = 24;
    private const int MethodBytes = 16;
    private const int FieldBytes = 8;
    private const int ReferenceBytes = 8;

    private CodeSizes(SortedDictionary<string, (int Methods, int Bytes)> folders, int code, int image)
    {
        Folders = folders;
        BoardCodeBytes = code;
        EstimatedImageBytes = image;
    }

    /// <summary>Methods and bytes of IL by folder.</summary>
    public SortedDictionary<string, (int Methods, int Bytes)> Folders { get; }

    /// <summary>Bytes of code as it stands in a .pe: the IL with its tokens shrunk.</summary>
    public int BoardCodeBytes { get; }

    /// <summary>What all .pe files of the firmware's own would be together, roughly.</summary>
    public int EstimatedImageBytes { get; }

    /// <summary>Weighs all that runs on the board.</summary>
    public static CodeSizes OfFirmware()
    {
        CSharpCompilation compilation = NanoCompiler.Compile(
            "UlmEdge",
            FirmwareBuilds.Everything.SyntaxTrees.Where(tree => IsInTheImage(tree.FilePath)),
            ReferenceAssemblies.All.Values);
        using MemoryStream image = new();
        using MemoryStream symbols = new();
        EmitOptions options = new(debugInformationFormat: DebugInformationFormat.PortablePdb);
        EmitResult result = compilation.Emit(image, symbols, options: options);
        Assert.True(result.Success);
        ByteCode code = ByteCode.Read(image.ToArray(), symbols.ToArray());
        image.Position = 0;
        using PEReader reader = new(image);
        SortedDictionary<string, (int Methods, int Bytes)> folders = new(StringComparer.Ordinal);
        int tokens = 0;
        foreach (MethodCode method in code.Methods.Values)
        {
            int address = code.Metadata.GetMethodDefinition(method.Handle).RelativeVirtualAddress;
            int bytes = address == 0 ? 0 : reader.GetMethodBody(address).GetILBytes()!.Length;
            string folder = method.Points.Count == 0 ? "made by the compiler" : FolderOf(method.Points[0].Path);
            (int methods, int sum) = folders.GetValueOrDefault(folder);
            folders[folder] = (methods + 1, sum + bytes);
            tokens += method.Instructions.Count(instruction => IsToken(instruction.Code.OperandType));
        }

        int boardCode = folders.Values.Sum(folder => folder.Bytes) - (2 * tokens);
        return new CodeSizes(folders, boardCode, Estimate(code.Metadata, boardCode));
    }

    private static int Estimate(MetadataReader metadata, int codeBytes)
    {
        HashSet<string> names = [];
        HashSet<BlobHandle> signatures = []; // Each shape stands there once.
        int fields = 0;
        foreach (TypeDefinitionHandle handle in metadata.TypeDefinitions)
        {
            TypeDefinition type = metadata.GetTypeDefinition(handle);
            names.Add(metadata.GetString(type.Name));
            names.Add(metadata.GetString(type.Namespace));
        }

        foreach (MethodDefinitionHandle handle in metadata.MethodDefinitions)
        {
            MethodDefinition method = metadata.GetMethodDefinition(handle);
            names.Add(metadata.GetString(method.Name));
            signatures.Add(method.Signature);
        }

        foreach (FieldDefinitionHandle handle in metadata.FieldDefinitions)
        {
            FieldDefinition field = metadata.GetFieldDefinition(handle);
            if ((field.Attributes & FieldAttributes.Literal) == 0) // Constants stand where they are used, and nowhere else.
            {
                fields++;
                names.Add(metadata.GetString(field.Name));
                signatures.Add(field.Signature);
            }
        }

        return HeaderBytes + codeBytes + signatures.Sum(blob => metadata.GetBlobReader(blob).Length) + names.Sum(name => name.Length + 1)
            + (metadata.GetHeapSize(HeapIndex.UserString) / 2) // UTF-16 there, UTF-8 in a .pe.
            + (TypeBytes * metadata.TypeDefinitions.Count) + (MethodBytes * metadata.MethodDefinitions.Count)
            + (FieldBytes * fields)
            + (ReferenceBytes * (metadata.TypeReferences.Count + metadata.MemberReferences.Count));
    }

    private static bool IsToken(OperandType type) => type is OperandType.InlineField or OperandType.InlineMethod
        or OperandType.InlineString or OperandType.InlineTok or OperandType.InlineType;

    private static bool IsInTheImage(string path) =>
        !path.StartsWith("devices/Template/", StringComparison.Ordinal) && !path.Contains("amples/", StringComparison.Ordinal);

    // firmware/Core/Journal, firmware/Ports, devices/Sps30 …
    private static string FolderOf(string path)
    {
        string[] parts = path.Split('/');
        int depth = parts[0] == "firmware" && parts[1] == "Core" && parts.Length > 3 ? 3 : 2;
        return string.Join('/', parts[..depth]);
    }
}
