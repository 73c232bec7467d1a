namespace UlmEdge.Tests.NanoSurface;

/// <summary>One reference of a project to an assembly of a package.</summary>
internal sealed record NanoReference(string Assembly, string HintPath);
