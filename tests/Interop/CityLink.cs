using System.Collections.Concurrent;
using MQTTnet;
using MQTTnet.Exceptions;
using MQTTnet.Formatter;
using MQTTnet.Protocol;
using UlmEdge.Ports;
using UlmEdge.Simulator.Network;

namespace UlmEdge.Tests.Interop;

/// <summary>The broker as the firmware's publisher meets it, over a plain MQTT session without threads of its own.</summary>
internal sealed class CityLink(BrokerAddress address) : IBrokerLink, IDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    private readonly ConcurrentQueue<(int Connection, BrokerEvent What)> _events = new();
    private volatile IMqttClient? _client;
    private int _connection;
    private int _messageId;

    /// <summary>Whether nobody answers; so it is at the beginning.</summary>
    public bool IsAway { get; set; } = true;

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
        MqttClientOptions options = new MqttClientOptionsBuilder()
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
        _ = PublishAsync(client, message, _connection, id);
        return id;
    }

    /// <summary>Nobody asks a city's nodes for anything: subscribing is left out.</summary>
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

    private async Task PublishAsync(IMqttClient client, MqttApplicationMessage message, int connection, int id)
    {
        try
        {
            await client.PublishAsync(message);
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
