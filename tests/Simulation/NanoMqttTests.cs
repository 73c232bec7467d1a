using MQTTnet.Packets;
using MQTTnet.Protocol;
using nanoFramework.M2Mqtt;
using nanoFramework.M2Mqtt.Exceptions;
using nanoFramework.M2Mqtt.Messages;
using UlmEdge.Simulator.Nano;

namespace UlmEdge.Tests.Simulation;

/// <summary>Messages of the M2Mqtt façade through a real broker: when they count as published.</summary>
public sealed class NanoMqttTests
{
    private readonly FakeBoard _board = new();

    [Fact]
    public async Task An_acknowledged_message_is_published()
    {
        await using LoopbackBroker broker = await LoopbackBroker.StartAsync();
        var node = new NanoMqttClient(broker.Port);
        Assert.Equal(MqttReasonCode.Success, node.Connect());
        Assert.True(node.Client.IsConnected);
        ushort id = node.Publish();
        await NanoMqttClient.Until(() => !node.Published.IsEmpty);
        Assert.Equal((id, true), Assert.Single(node.Published));
        node.Client.Close();
    }

    [Theory]
    [InlineData(MqttQoSLevel.AtMostOnce, 0)]
    [InlineData(MqttQoSLevel.ExactlyOnce, 1)]
    public async Task Quality_decides_what_is_told(MqttQoSLevel quality, int told)
    {
        await using LoopbackBroker broker = await LoopbackBroker.StartAsync();
        var node = new NanoMqttClient(broker.Port);
        node.Connect();
        node.Publish(quality: quality);
        await NanoMqttClient.Until(() => node.Published.Count == told && !broker.Publications.IsEmpty);
        node.Publish("last");
        await NanoMqttClient.Until(() => node.Published.Count == told + 1);
        Assert.All(node.Published, published => Assert.True(published.IsPublished));
        node.Client.Close();
    }

    [Fact]
    public async Task Without_acknowledgement_it_is_sent_three_times_a_second_apart_and_given_up()
    {
        await using LoopbackBroker broker = await LoopbackBroker.StartAsync();
        broker.Withheld.Add(typeof(MqttPubAckPacket));
        var node = new NanoMqttClient(broker.Port);
        node.Connect();
        ushort first = node.Publish();
        ushort second = node.Publish();
        await NanoMqttClient.Until(() => node.Published.Count == 2);
        Assert.Equal([(first, false), (second, false)], node.Published);

        // Both are under way at once: the second does not wait for the first.
        (long AtMs, ushort Id, bool Dup)[] sends = [.. broker.Publications];
        Assert.Equal([first, second, first, second, first, second], sends.Select(send => send.Id));
        Assert.Equal([false, false, true, true, true, true], sends.Select(send => send.Dup));
        Assert.InRange(sends[2].AtMs - sends[0].AtMs, 900, 2_500);
        Assert.InRange(sends[4].AtMs - sends[2].AtMs, 900, 2_500);
        Assert.True(node.Client.IsConnected);
        node.Client.Close();
    }

    [Theory]
    [InlineData(MqttQualityOfServiceLevel.AtMostOnce)]
    [InlineData(MqttQualityOfServiceLevel.AtLeastOnce)]
    [InlineData(MqttQualityOfServiceLevel.ExactlyOnce)]
    public async Task A_subscription_delivers(MqttQualityOfServiceLevel quality)
    {
        await using LoopbackBroker broker = await LoopbackBroker.StartAsync();
        var node = new NanoMqttClient(broker.Port);
        node.Connect();
        node.Client.Subscribe(["cmd/#"], [MqttQoSLevel.ExactlyOnce]);
        await NanoMqttClient.Until(() => !node.Granted.IsEmpty);
        Assert.Equal(MqttQoSLevel.ExactlyOnce, Assert.Single(node.Granted));
        await broker.SendAsync("cmd/a", "1", quality);
        await NanoMqttClient.Until(() => !node.Received.IsEmpty);
        Assert.Equal("cmd/a=1", Assert.Single(node.Received));
        node.Client.Close();
    }

    [Fact]
    public async Task A_full_queue_refuses()
    {
        await using LoopbackBroker broker = await LoopbackBroker.StartAsync();
        broker.Withheld.Add(typeof(MqttPubAckPacket));
        var node = new NanoMqttClient(broker.Port);
        node.Client.Settings.InflightQueueSize = 1;
        node.Publish();
        var refused = Assert.Throws<MqttClientException>(() => node.Publish());
        Assert.Equal(MqttClientErrorCode.InflightQueueFull, refused.ErrorCode);
        _ = new FakeBoard();
        Assert.Equal(int.MaxValue, MqttSettings.Instance.InflightQueueSize);
    }

    [Fact]
    public async Task A_handler_that_throws_costs_the_connection_and_not_the_process()
    {
        await using LoopbackBroker broker = await LoopbackBroker.StartAsync();
        var node = new NanoMqttClient(broker.Port);
        node.Client.MqttMsgPublished += (_, _) => throw new InvalidOperationException("bad handler");
        node.Connect();
        node.Publish();
        await NanoMqttClient.Until(() => node.Closed == 1);
        Assert.Contains(_board.Lines, line => line.Contains("++++ Exception System.InvalidOperationException"));
    }

    [Fact]
    public async Task A_topic_with_a_wildcard_costs_the_connection()
    {
        await using LoopbackBroker broker = await LoopbackBroker.StartAsync();
        var node = new NanoMqttClient(broker.Port);
        node.Connect();
        node.Publish("a/+");
        await NanoMqttClient.Until(() => node.Closed == 1);
        Assert.Empty(broker.Publications);
    }

    [Fact]
    public async Task Handlers_run_on_the_clients_board()
    {
        await using LoopbackBroker broker = await LoopbackBroker.StartAsync();
        var node = new NanoMqttClient(broker.Port);
        HostBoard? board = null;
        node.Client.MqttMsgPublished += (_, _) => board = HostBoard.Current;
        node.Connect();
        node.Publish();
        await NanoMqttClient.Until(() => board is not null);
        Assert.Same(_board, board);
        node.Client.Close();
    }
}
