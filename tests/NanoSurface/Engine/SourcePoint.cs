namespace UlmEdge.Tests.NanoSurface;

/// <summary>Where in the sources a compiled instruction comes from; line and column from 1.</summary>
internal sealed record SourcePoint(int Offset, string Path, int Line, int Column);
