namespace UlmEdge.Tests.NanoSurface;

/// <summary>One project of the solution; the path from the repository's root.</summary>
internal sealed record SolutionProject(string TypeGuid, string Path, string Guid);
