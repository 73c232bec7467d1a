namespace UlmEdge.Tests.NanoSurface;

/// <summary>A NuGet package of the platform in one version.</summary>
internal sealed record NanoPackage(string Id, string Version)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Id} {Version}";
}
