using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace UlmEdge.Tests.NanoSurface;

/// <summary>What the firmware's code weighs, as the compiler for the board makes it.</summary>
internal sealed class CodeSizes
{
    private readonly SortedDictionary<string, (int Methods, int Bytes)> _folders = new(StringComparer.Ordinal);
    private readonly List<AssemblySize> _assemblies = [];

    private CodeSizes()
    {
    }

    /// <summary>Methods and bytes of IL by folder.</summary>
    public IReadOnlyDictionary<string, (int Methods, int Bytes)> Folders => _folders;

    /// <summary>The firmware's own assemblies.</summary>
    public IReadOnlyList<AssemblySize> Assemblies => _assemblies;

    /// <summary>Weighs all that a board has of us.</summary>
    public static CodeSizes OfFirmware()
    {
        CodeSizes sizes = new();
        foreach (NanoProject project in NanoProject.All.Values.Where(IsInTheImage).OrderBy(each => each.AssemblyName))
        {
            sizes.Add(project.AssemblyName, ProjectBuild.Of(project));
        }

        return sizes;
    }

    private void Add(string assembly, CSharpCompilation compilation)
    {
        using MemoryStream image = new();
        using MemoryStream symbols = new();
        EmitOptions options = new(debugInformationFormat: DebugInformationFormat.PortablePdb);
        EmitResult result = compilation.Emit(image, symbols, options: options);
        Assert.True(result.Success, assembly);
        ByteCode code = ByteCode.Read(image.ToArray(), symbols.ToArray());
        _assemblies.Add(AssemblySize.Of(assembly, image.ToArray(), code));
        image.Position = 0;
        using PEReader reader = new(image);
        foreach (MethodCode method in code.Methods.Values)
        {
            int address = code.Metadata.GetMethodDefinition(method.Handle).RelativeVirtualAddress;
            int bytes = address == 0 ? 0 : reader.GetMethodBody(address).GetILBytes()!.Length;
            string folder = method.Points.Count == 0 ? "made by the compiler" : FolderOf(method.Points[0].Path);
            (int methods, int sum) = _folders.GetValueOrDefault(folder);
            _folders[folder] = (methods + 1, sum + bytes);
        }
    }

    private static bool IsInTheImage(NanoProject project) =>
        !project.Path.StartsWith("tests/", StringComparison.Ordinal) && !project.Path.Contains("/Samples/", StringComparison.Ordinal);

    // firmware/Core/Journal, firmware/Ports, devices/Sps30 …
    private static string FolderOf(string path)
    {
        string[] parts = path.Split('/');
        int depth = parts[0] == "firmware" && parts[1] == "Core" && parts.Length > 3 ? 3 : 2;
        return string.Join('/', parts[..depth]);
    }
}
