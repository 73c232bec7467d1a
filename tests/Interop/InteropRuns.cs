namespace UlmEdge.Tests.Interop;

/// <summary>Tests against real servers: one after another, beside those that compute; what is slow to start is started once.</summary>
[CollectionDefinition(nameof(InteropRuns))]
public sealed class InteropRuns : ICollectionFixture<NatsCluster>, ICollectionFixture<RabbitMq>;
