namespace UlmEdge.Tests.Interop;

/// <summary>Tests against real servers: one after another and alone; what is slow to start is started once.</summary>
[CollectionDefinition(nameof(InteropRuns), DisableParallelization = true)]
public sealed class InteropRuns : ICollectionFixture<NatsCluster>, ICollectionFixture<RabbitMq>;
