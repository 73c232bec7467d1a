using MQTTnet;
using MQTTnet.Protocol;
using UlmEdge.Simulator.Network;
using UlmEdge.Tests.EndToEnd;

namespace UlmEdge.Tests.Contract;

/// <summary>The watch on embedded brokers sees everything that they are given.</summary>
[Collection(nameof(StreetRuns))]
public class EveryMessageTests
{
    [Fact]
    public async Task All_that_a_street_publishes_is_watched()
    {
        ProgramRun run = await ProgramRun.OfAsync("live --nodes 2 --for 2s --speed 60 --plain");
        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.True(run.Messages > 10, $"{run.Messages} messages");
    }

    [Fact]
    public async Task Messages_and_last_wills_that_break_the_contract_are_found()
    {
        using WatchedMessages watched = new();
        await using EmbeddedBroker broker = new();
        await broker.StartAsync();
        await PublishAsync(broker.Address, "ulm/v1/donau-07/status", """{"state":"online","boot":1,"conn":1}""");
        Assert.Empty(watched.Faults);
        await PublishAsync(broker.Address, "ulm/v1/donau-07/secret", "{}");
        Assert.Contains("the contract has no such topic", Assert.Single(watched.Faults));
        await DieAsync(broker.Address, "ulm/v1/donau-07/status", """{"state":"gone"}""");
        await Eventually.HoldsAsync(() => watched.Faults.Any(fault => fault.Contains("/state")), "the last will is found");
    }

    private static async Task PublishAsync(BrokerAddress address, string topic, string payload)
    {
        using IMqttClient client = new MqttClientFactory().CreateMqttClient();
        await client.ConnectAsync(Options(address).Build());
        await client.PublishAsync(new MqttApplicationMessageBuilder().WithTopic(topic).WithPayload(payload)
            .WithQualityOfServiceLevel(MqttQualityOfServiceLevel.AtLeastOnce).WithRetainFlag().Build());
        await client.DisconnectAsync();
    }

    // A client that is disposed of without a DISCONNECT leaves its last will.
    private static async Task DieAsync(BrokerAddress address, string topic, string will)
    {
        using IMqttClient client = new MqttClientFactory().CreateMqttClient();
        await client.ConnectAsync(Options(address).WithWillTopic(topic).WithWillPayload(will).WithWillRetain()
            .WithWillQualityOfServiceLevel(MqttQualityOfServiceLevel.AtLeastOnce).Build());
    }

    private static MqttClientOptionsBuilder Options(BrokerAddress address) =>
        new MqttClientOptionsBuilder().WithTcpServer(address.Host, address.Port);
}
