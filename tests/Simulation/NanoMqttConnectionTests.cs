using MQTTnet.Packets;
using nanoFramework.M2Mqtt.Exceptions;
using nanoFramework.M2Mqtt.Messages;
using UlmEdge.Simulator.Nano;

namespace UlmEdge.Tests.Simulation;

/// <summary>
/// Connections of the M2Mqtt façade to a real broker: how they begin, how they end, and what is told.
/// </summary>
public sealed class NanoMqttConnectionTests
{
    private readonly FakeBoard _board = new();

    [Fact]
    public async Task A_refusal_is_returned()
    {
        await using LoopbackBroker broker = await LoopbackBroker.StartAsync();
        var node = new NanoMqttClient(broker.Port);
        Assert.Equal(MqttReasonCode.ConnectionRefusedBadUserNameOrPassword, node.Connect(user: "stranger"));
        Assert.False(node.Client.IsConnected);
        node.Client.Close();
        Assert.Equal(0, node.Closed);
    }

    [Fact]
    public void Nobody_listening_is_an_exception()
    {
        _board.Enter();
        var node = new NanoMqttClient(LoopbackBroker.FreePort());
        Assert.Throws<MqttConnectionException>(() => node.Connect());
    }

    [Fact]
    public void An_unknown_host_and_no_network_are_exceptions_of_the_constructor()
    {
        _board.Enter();
        Assert.ThrowsAny<Exception>(() => new NanoMqttClient(1883, "nowhere.test"));
        _board.Radio.Drop();
        Assert.ThrowsAny<Exception>(() => new NanoMqttClient(1883));
    }

    [Fact]
    public async Task A_broker_that_stops_is_told_once_and_the_queues_are_dead()
    {
        await using LoopbackBroker broker = await LoopbackBroker.StartAsync();
        broker.Withheld.Add(typeof(MqttPubAckPacket));
        var node = new NanoMqttClient(broker.Port);
        node.Connect();
        node.Publish();
        await NanoMqttClient.Until(() => !broker.Publications.IsEmpty);
        await broker.StopAsync();
        await NanoMqttClient.Until(() => node.Closed == 1);
        await Task.Delay(1_500, TestContext.Current.CancellationToken);
        Assert.Equal(1, node.Closed);
        Assert.Empty(node.Published);
        Assert.False(node.Client.IsConnected);
        node.Client.Close();
        Assert.Equal(1, node.Closed);
    }

    [Fact]
    public async Task What_is_published_after_the_end_goes_nowhere()
    {
        await using LoopbackBroker broker = await LoopbackBroker.StartAsync();
        var node = new NanoMqttClient(broker.Port);
        node.Connect();
        node.Client.Close();
        Assert.NotEqual(0, node.Publish());
        await Task.Delay(500, TestContext.Current.CancellationToken);
        Assert.Empty(broker.Publications);
        Assert.Empty(node.Published);
        Assert.Equal(0, node.Closed);
        Assert.Throws<MqttCommunicationException>(node.Client.Disconnect);
    }

    [Fact]
    public async Task Saying_good_bye_is_told_and_leaves_no_will()
    {
        await using LoopbackBroker broker = await LoopbackBroker.StartAsync();
        var node = new NanoMqttClient(broker.Port);
        node.Connect();
        node.Client.Disconnect();
        await NanoMqttClient.Until(() => node.Closed == 1 && broker.Packets.OfType<MqttDisconnectPacket>().Any());
    }

    [Fact]
    public async Task A_lost_network_is_silent_until_keep_alive_notices()
    {
        await using LoopbackBroker broker = await LoopbackBroker.StartAsync();
        var node = new NanoMqttClient(broker.Port);
        node.Connect(keepAliveSeconds: 3);
        _board.Radio.Drop();
        node.Publish();
        await Task.Delay(800, TestContext.Current.CancellationToken);
        Assert.True(node.Client.IsConnected);
        Assert.Empty(broker.Publications);
        await NanoMqttClient.Until(() => node.Closed == 1);
        Assert.Empty(broker.Publications);
        Assert.Empty(broker.Packets.OfType<MqttDisconnectPacket>());
    }

    [Fact]
    public async Task Keep_alive_pings_when_nothing_was_sent()
    {
        await using LoopbackBroker broker = await LoopbackBroker.StartAsync();
        var node = new NanoMqttClient(broker.Port);
        node.Connect(keepAliveSeconds: 1);
        await NanoMqttClient.Until(() => broker.Packets.OfType<MqttPingReqPacket>().Count() >= 2);
        Assert.True(node.Client.IsConnected);
        broker.Withheld.Add(typeof(MqttPingRespPacket));
        await NanoMqttClient.Until(() => node.Closed == 1);
    }

    [Fact]
    public async Task A_power_cut_drops_the_socket_without_a_word()
    {
        await using LoopbackBroker broker = await LoopbackBroker.StartAsync();
        var node = new NanoMqttClient(broker.Port);
        node.Connect();
        _board.Cut();
        Assert.Throws<BoardOffException>(() => node.Publish());
        await Task.Delay(500, TestContext.Current.CancellationToken);
        Assert.Equal(0, node.Closed);
        Assert.Empty(broker.Packets.OfType<MqttDisconnectPacket>());
    }
}
