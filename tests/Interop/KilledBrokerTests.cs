using UlmEdge.Simulator.Runners;
using UlmEdge.Tests.EndToEnd;

namespace UlmEdge.Tests.Interop;

/// <summary>Brokers that cities run, killed in the middle of a drain.</summary>
[Collection(nameof(InteropRuns))]
public sealed class KilledBrokerTests(NatsCluster nats, RabbitMq rabbit)
{
    [Fact]
    public async Task Mosquitto_that_saves_every_change_loses_nothing()
    {
        await using Mosquitto mosquitto = await Mosquitto.StartAsync(withPassword: false);
        await KilledWhileDraining.RunAsync(mosquitto, new StreetPlan { Nodes = 6, Speed = 60, Seed = 11 });
    }

    [Fact]
    public async Task A_cluster_of_three_loses_nothing_with_one_of_its_members()
    {
        await nats.OpenAsync();
        await KilledWhileDraining.RunAsync(nats, new StreetPlan { Nodes = 12, Speed = 20, Seed = 12 });
    }

    [Fact]
    public async Task RabbitMq_loses_nothing()
    {
        await rabbit.OpenAsync();
        await KilledWhileDraining.RunAsync(rabbit, new StreetPlan { Nodes = 6, Speed = 30, Seed = 13 });
    }
}
