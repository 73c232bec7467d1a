using System.Buffers;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using MQTTnet.Packets;
using MQTTnet.Protocol;
using MQTTnet.Server;

namespace UlmEdge.Tests.Simulation;

/// <summary>A real broker on a free loopback port that notes what it gets and withholds what it is told to.</summary>
internal sealed class LoopbackBroker : IAsyncDisposable
{
    private readonly MqttServer _server;
    private readonly Stopwatch _clock = Stopwatch.StartNew();

    private LoopbackBroker(int port)
    {
        Port = port;
        var factory = new MqttServerFactory();
        _server = factory.CreateMqttServer(factory.CreateServerOptionsBuilder()
            .WithDefaultEndpoint()
            .WithDefaultEndpointBoundIPAddress(IPAddress.Loopback)
            .WithDefaultEndpointPort(port)
            .Build());
        _server.InterceptingInboundPacketAsync += e => Note(e.Packet);
        _server.InterceptingOutboundPacketAsync += e =>
        {
            e.ProcessPacket = !Withheld.Contains(e.Packet.GetType());
            return Task.CompletedTask;
        };
        _server.ValidatingConnectionAsync += e =>
        {
            e.ReasonCode = e.UserName == "stranger"
                ? MqttConnectReasonCode.BadUserNameOrPassword
                : MqttConnectReasonCode.Success;
            return Task.CompletedTask;
        };
    }

    public int Port { get; }

    /// <summary>Packet types that never reach the client.</summary>
    public HashSet<Type> Withheld { get; } = [];

    /// <summary>PUBLISH packets in order of arrival: when, which, again or not.</summary>
    public ConcurrentQueue<(long AtMs, ushort Id, bool Dup)> Publications { get; } = new();

    /// <summary>Everything else in order of arrival.</summary>
    public ConcurrentQueue<MqttPacket> Packets { get; } = new();

    public static async Task<LoopbackBroker> StartAsync()
    {
        var broker = new LoopbackBroker(FreePort());
        await broker._server.StartAsync();
        return broker;
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public Task StopAsync() => _server.StopAsync();

    public Task SendAsync(string topic, string payload, MqttQualityOfServiceLevel quality) =>
        _server.InjectApplicationMessage(new InjectedMqttApplicationMessage(
            new MQTTnet.MqttApplicationMessageBuilder()
                .WithTopic(topic)
                .WithPayload(payload)
                .WithQualityOfServiceLevel(quality)
                .Build())
        { SenderClientId = "test" });

    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync();
        _server.Dispose();
    }

    private Task Note(MqttPacket packet)
    {
        if (packet is MqttPublishPacket publish)
        {
            Publications.Enqueue((_clock.ElapsedMilliseconds, publish.PacketIdentifier, publish.Dup));
        }
        else
        {
            Packets.Enqueue(packet);
        }

        return Task.CompletedTask;
    }
}
