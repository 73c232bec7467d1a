namespace UlmEdge.Tests.NanoSurface;

/// <summary>One trap of the platform: what compiles there and then fails or runs differently.</summary>
internal interface IRule
{
    /// <summary>A short name in kebab case.</summary>
    string Name { get; }

    /// <summary>Where the sources walk into the trap.</summary>
    IEnumerable<Finding> Check(CheckedCode code);
}
