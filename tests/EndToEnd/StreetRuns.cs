namespace UlmEdge.Tests.EndToEnd;

/// <summary>Tests that run whole streets: one after another, so that they do not take one another's time.</summary>
[CollectionDefinition(nameof(StreetRuns), DisableParallelization = true)]
public sealed class StreetRuns;
