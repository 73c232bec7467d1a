using System.Collections.Concurrent;
using System.Text;
using nanoFramework.M2Mqtt;
using nanoFramework.M2Mqtt.Messages;

namespace UlmEdge.Tests.Simulation;

/// <summary>An M2Mqtt client and what it has told.</summary>
internal sealed class NanoMqttClient
{
    public NanoMqttClient(int port, string host = FakeNetwork.Broker)
    {
        Client = new MqttClient(host, port, false, null, null, MqttSslProtocols.None);
        Client.MqttMsgPublished += (_, e) => Published.Enqueue((e.MessageId, e.IsPublished));
        Client.MqttMsgPublishReceived += (_, e) => Received.Enqueue(e.Topic + "=" + Encoding.UTF8.GetString(e.Message));
        Client.MqttMsgSubscribed += (_, e) => Granted.Enqueue(e.GrantedQoSLevels[0]);
        Client.ConnectionClosed += (_, _) => Interlocked.Increment(ref _closed);
    }

    private int _closed;

    public MqttClient Client { get; }

    public ConcurrentQueue<(ushort Id, bool IsPublished)> Published { get; } = new();

    public ConcurrentQueue<string> Received { get; } = new();

    public ConcurrentQueue<MqttQoSLevel> Granted { get; } = new();

    public int Closed => Volatile.Read(ref _closed);

    public MqttReasonCode Connect(ushort keepAliveSeconds = 60, string? user = null) =>
        Client.Connect("node", user, user, true, keepAliveSeconds);

    public ushort Publish(string topic = "t", MqttQoSLevel quality = MqttQoSLevel.AtLeastOnce) =>
        Client.Publish(topic, "x"u8.ToArray(), null, null, quality, false);

    /// <summary>Waits in real time, as the sockets do.</summary>
    public static async Task Until(Func<bool> happened, int limitMs = 30_000)
    {
        long end = Environment.TickCount64 + limitMs;
        while (!happened() && Environment.TickCount64 < end)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        Assert.True(happened(), "it did not happen in time");
    }
}
