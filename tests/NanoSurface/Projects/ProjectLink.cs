namespace UlmEdge.Tests.NanoSurface;

/// <summary>One reference of a project to another project.</summary>
/// <param name="Path">The other project's file, from the repository's root.</param>
/// <param name="Guid">The identifier that it is said to have.</param>
internal sealed record ProjectLink(string Path, string Guid);
