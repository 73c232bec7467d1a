using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace UlmEdge.Tests.NanoSurface;

/// <summary>Compiles a project as it would be on a machine with the platform: with what it references itself.</summary>
internal static class ProjectBuild
{
    private static readonly ConcurrentDictionary<string, CSharpCompilation> Done = new();

    /// <summary>A project's sources, the assemblies that it references, and the projects that it references.</summary>
    public static CSharpCompilation Of(NanoProject project) => Done.GetOrAdd(project.Path, _ => NanoCompiler.Compile(
        project.AssemblyName,
        project.Sources.Select(NanoCompiler.Parse),
        ReferenceAssemblies.Named(project.References.Select(reference => reference.Assembly))
            .Concat(project.Links.Select(Linked).OfType<MetadataReference>())));

    /// <summary>The assemblies of the platform that a project's sources use, by the symbols in them.</summary>
    public static IReadOnlySet<string> UsedAssemblies(NanoProject project)
    {
        CSharpCompilation compilation = Of(project);
        return compilation.GetUsedAssemblyReferences()
            .Select(reference => compilation.GetAssemblyOrModuleSymbol(reference)?.Name)
            .OfType<string>()
            .Where(Signature.All.ContainsKey)
            .ToHashSet();
    }

    private static CompilationReference? Linked(ProjectLink link) =>
        NanoProject.All.TryGetValue(link.Path, out NanoProject? project) ? Of(project).ToMetadataReference() : null;
}
