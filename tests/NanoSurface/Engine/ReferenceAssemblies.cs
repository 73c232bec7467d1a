using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace UlmEdge.Tests.NanoSurface;

/// <summary>The platform's assemblies, as far as we use them: built in memory from Signatures/, once a run.</summary>
internal static class ReferenceAssemblies
{
    private static readonly Lazy<IReadOnlyDictionary<string, MetadataReference>> Built = new(BuildAll);

    /// <summary>The built assemblies by name.</summary>
    public static IReadOnlyDictionary<string, MetadataReference> All => Built.Value;

    /// <summary>Some of them; names without a signature file are left out.</summary>
    public static IEnumerable<MetadataReference> Named(IEnumerable<string> assemblies) =>
        assemblies.Where(All.ContainsKey).Distinct().Select(name => All[name]);

    private static Dictionary<string, MetadataReference> BuildAll()
    {
        Dictionary<string, MetadataReference> done = [];
        List<Signature> open = [.. Signature.All.Values];
        while (open.Count > 0)
        {
            List<Signature> ready = open.Where(signature => signature.Needs.All(done.ContainsKey)).ToList();
            if (ready.Count == 0)
            {
                throw new InvalidDataException($"needs of {string.Join(", ", open.Select(s => s.Path))} cannot be met");
            }
            ready.ForEach(signature => done.Add(signature.Assembly, Build(signature, done)));
            open.RemoveAll(ready.Contains);
        }
        return done;
    }

    private static PortableExecutableReference Build(Signature signature, Dictionary<string, MetadataReference> done)
    {
        CSharpParseOptions syntax = new(LanguageVersion.Latest);
        CSharpCompilation compilation = CSharpCompilation.Create(
            signature.Assembly,
            [CSharpSyntaxTree.ParseText(signature.Text, syntax, signature.Path)],
            Signature.WithNeeds(signature.Needs).Select(name => done[name]),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using MemoryStream image = new();
        EmitResult result = compilation.Emit(image, options: new EmitOptions(metadataOnly: true));
        if (!result.Success)
        {
            throw new InvalidDataException(string.Join('\n', NanoCompiler.Errors(result.Diagnostics)));
        }
        image.Position = 0;
        return MetadataReference.CreateFromStream(image);
    }
}
