using System.Collections.Concurrent;
using System.Text;
using MQTTnet;
using MQTTnet.Formatter;
using MQTTnet.Protocol;
using UlmEdge.Simulator.Network;

namespace UlmEdge.Tests.EndToEnd;

/// <summary>A backend on a broker: hears everything, and says what it likes.</summary>
internal sealed class BackendClient : IAsyncDisposable
{
    private readonly IMqttClient _client = new MqttClientFactory().CreateMqttClient();

    private BackendClient()
    {
    }

    /// <summary>All that was heard.</summary>
    public ConcurrentQueue<(string Topic, byte[] Payload)> Heard { get; } = new();

    public static async Task<BackendClient> ConnectAsync(BrokerAddress broker)
    {
        BackendClient backend = new();
        backend._client.ApplicationMessageReceivedAsync += message =>
        {
            byte[] payload = [.. System.Buffers.BuffersExtensions.ToArray(message.ApplicationMessage.Payload)];
            backend.Heard.Enqueue((message.ApplicationMessage.Topic, payload));
            return Task.CompletedTask;
        };
        await backend._client.ConnectAsync(new MqttClientOptionsBuilder()
            .WithTcpServer(broker.Host, broker.Port)
            .WithProtocolVersion(MqttProtocolVersion.V311)
            .Build());
        await backend._client.SubscribeAsync("#", MqttQualityOfServiceLevel.AtLeastOnce);
        return backend;
    }

    /// <summary>What was heard on a topic.</summary>
    public IEnumerable<string> On(string topic) =>
        Heard.Where(message => message.Topic == topic).Select(message => Encoding.UTF8.GetString(message.Payload));

    public Task SayAsync(string topic, string text, bool retain = false) => SayAsync(topic, Encoding.UTF8.GetBytes(text), retain);

    public Task SayAsync(string topic, byte[] payload, bool retain = false) =>
        _client.PublishBinaryAsync(topic, payload, MqttQualityOfServiceLevel.AtLeastOnce, retain);

    public async ValueTask DisposeAsync()
    {
        await _client.DisconnectAsync();
        _client.Dispose();
    }
}
