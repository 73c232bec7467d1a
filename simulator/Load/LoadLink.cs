using System.Collections.Concurrent;
using System.Diagnostics;
using MQTTnet;
using MQTTnet.Exceptions;
using MQTTnet.Formatter;
using MQTTnet.Protocol;
using UlmEdge.Ports;
using UlmEdge.Simulator.Network;

namespace UlmEdge.Simulator.Load;

/// <summary>The broker as the firmware's publisher meets it, over a plain MQTT session without threads of its own.</summary>
/// <param name="address">The broker.</param>
/// <param name="acknowledged">Is told how long each message with samples took from publish to PUBACK.</param>
internal sealed class LoadLink(BrokerAddress address, Action<TimeSpan>? acknowledged = null) : IBrokerLink, IDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    private readonly ConcurrentQueue<(int Connection, BrokerEvent What)> _events = new();
    private volatile IMqttClient? _client;
    private int _connection;
    private int _messageId;

    /// <summary>Whether nobody answers.</summary>
    public bool IsAway { get; set; }

    /// <inheritdoc/>
    public void Open(BrokerSession session)
    {
        Close();
        int connection = _connection;
        if (IsAway)
        {
            Post(connection, BrokerEventKind.Failed, 0);
            return;
        }

        IMqttClient client = new MqttClientFactory().CreateMqttClient();
        client.DisconnectedAsync += _ =>
        {
            Post(connection, BrokerEventKind.Closed, 0);
            return Task.CompletedTask;
        };
        _client = client;
        MqttClientOptionsBuilder builder = address.User is null
            ? new MqttClientOptionsBuilder()
            : new MqttClientOptionsBuilder().WithCredentials(address.User, address.Password ?? string.Empty);
        MqttClientOptions options = builder
            .WithTcpServer(address.Host, address.Port)
            .WithProtocolVersion(MqttProtocolVersion.V311)
            .WithClientId(session.ClientId)
            .WithCleanSession()
            .WithKeepAlivePeriod(TimeSpan.FromSeconds(session.KeepAliveSeconds))
            .WithWillTopic(session.WillTopic)
            .WithWillPayload(session.WillMessage)
            .WithWillQualityOfServiceLevel(MqttQualityOfServiceLevel.AtLeastOnce)
            .WithWillRetain()
            .WithTimeout(Timeout)
            .Build();
        _ = ConnectAsync(client, options, connection);
    }

    /// <inheritdoc/>
    public int Publish(string topic, byte[] payload, bool retain)
    {
        if (_client is not { IsConnected: true } client)
        {
            return 0;
        }

        int id = ++_messageId;
        MqttApplicationMessage message = new MqttApplicationMessageBuilder()
            .WithTopic(topic)
            .WithPayload(payload)
            .WithRetainFlag(retain)
            .WithQualityOfServiceLevel(MqttQualityOfServiceLevel.AtLeastOnce)
            .Build();
        _ = PublishAsync(client, message, _connection, id, topic.Contains("/data", StringComparison.Ordinal));
        return id;
    }

    /// <summary>Nobody asks these nodes for anything: subscribing is left out.</summary>
    public bool Subscribe(string[] topicFilters) => true;

    /// <inheritdoc/>
    public void Close()
    {
        _connection++;
        _client?.Dispose();
        _client = null;
    }

    /// <inheritdoc/>
    public bool TryTakeEvent(out BrokerEvent brokerEvent)
    {
        while (_events.TryDequeue(out (int Connection, BrokerEvent What) next))
        {
            if (next.Connection == _connection)
            {
                brokerEvent = next.What;
                return true;
            }
        }

        brokerEvent = default;
        return false;
    }

    /// <inheritdoc/>
    public void Dispose() => Close();

    private static bool IsOfTheNetwork(Exception error) => error
        is MqttCommunicationException or OperationCanceledException or ObjectDisposedException or InvalidOperationException;

    private async Task ConnectAsync(IMqttClient client, MqttClientOptions options, int connection)
    {
        try
        {
            await client.ConnectAsync(options);
            Post(connection, BrokerEventKind.Opened, 0);
        }
        catch (Exception error) when (IsOfTheNetwork(error))
        {
            Post(connection, BrokerEventKind.Failed, 0);
        }
    }

    private async Task PublishAsync(IMqttClient client, MqttApplicationMessage message, int connection, int id, bool hasSamples)
    {
        try
        {
            long began = Stopwatch.GetTimestamp();
            await client.PublishAsync(message);
            if (hasSamples)
            {
                acknowledged?.Invoke(Stopwatch.GetElapsedTime(began));
            }

            Post(connection, BrokerEventKind.Acknowledged, id);
        }
        catch (Exception error) when (IsOfTheNetwork(error))
        {
            Post(connection, BrokerEventKind.NotAcknowledged, id);
        }
    }

    private void Post(int connection, BrokerEventKind kind, int detail) =>
        _events.Enqueue((connection, new BrokerEvent { Kind = kind, Detail = detail }));
}
