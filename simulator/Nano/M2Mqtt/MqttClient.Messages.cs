using System.Collections;
using System.Text;
using MQTTnet.Packets;
using MQTTnet.Protocol;
using nanoFramework.M2Mqtt.Exceptions;
using nanoFramework.M2Mqtt.Messages;
using UlmEdge.Simulator.Nano.Mqtt;

namespace nanoFramework.M2Mqtt;

/// <content>Publishing and subscribing: everything is only queued here, connected or not.</content>
public partial class MqttClient
{
    private readonly Lock _numbering = new();
    private ushort _lastMessageId;

    /// <inheritdoc/>
    public ushort Publish(string topic, byte[] message) => Publish(topic, message, null);

    /// <inheritdoc/>
    public ushort Publish(string topic, byte[] message, string? contentType) =>
        Publish(topic, message, contentType, null);

    /// <summary>Queues a message at QoS 0.</summary>
    public ushort Publish(string topic, byte[] message, string? contentType, ArrayList? userProperties) =>
        Publish(topic, message, contentType, userProperties, MqttQoSLevel.AtMostOnce, false);

    /// <inheritdoc/>
    /// <exception cref="MqttClientException">Too many messages are queued.</exception>
    /// <exception cref="NotSupportedException">Content type and properties need MQTT 5.</exception>
    public ushort Publish(
        string topic,
        byte[] message,
        string? contentType,
        ArrayList? userProperties,
        MqttQoSLevel qosLevel,
        bool retain)
    {
        RequirePower();
        ushort messageId = NextMessageId();
        var packet = new MqttPublishPacket
        {
            // At QoS 0 the number is counted and returned, but not sent.
            PacketIdentifier = qosLevel == MqttQoSLevel.AtMostOnce ? (ushort)0 : messageId,
            Topic = topic,
            PayloadSegment = message ?? [],
            QualityOfServiceLevel = (MqttQualityOfServiceLevel)(int)qosLevel,
            Retain = retain,
        };
        AddProperties(packet, contentType, userProperties);
        Exchange exchange = qosLevel switch
        {
            MqttQoSLevel.AtMostOnce => new PublishOnce(packet),
            MqttQoSLevel.AtLeastOnce => new PublishAcknowledged(packet),
            _ => new PublishExactlyOnce(packet),
        };
        if (qosLevel != MqttQoSLevel.AtMostOnce)
        {
            _inflight.Await(messageId);
        }

        return _inflight.TryAdd(exchange, Settings.InflightQueueSize)
            ? messageId
            : throw new MqttClientException(MqttClientErrorCode.InflightQueueFull);
    }

    /// <inheritdoc/>
    public ushort Subscribe(string[] topics, MqttQoSLevel[] qosLevels)
    {
        RequirePower();
        var packet = new MqttSubscribePacket { PacketIdentifier = NextMessageId() };
        for (int i = 0; i < topics.Length; i++)
        {
            packet.TopicFilters.Add(new MqttTopicFilter
            {
                Topic = topics[i],
                QualityOfServiceLevel = (MqttQualityOfServiceLevel)(int)qosLevels[i],
            });
        }

        // When the queue is full upstream forgets it without a word.
        _inflight.TryAdd(new SubscriptionChange(packet), Settings.InflightQueueSize);
        return packet.PacketIdentifier;
    }

    /// <inheritdoc/>
    public ushort Unsubscribe(string[] topics)
    {
        RequirePower();
        var packet = new MqttUnsubscribePacket { PacketIdentifier = NextMessageId(), TopicFilters = [.. topics] };
        _inflight.TryAdd(new SubscriptionChange(packet), Settings.InflightQueueSize);
        return packet.PacketIdentifier;
    }

    private ushort NextMessageId()
    {
        lock (_numbering)
        {
            _lastMessageId = _lastMessageId == ushort.MaxValue ? (ushort)1 : (ushort)(_lastMessageId + 1);
            return _lastMessageId;
        }
    }

    private void AddProperties(MqttPublishPacket packet, string? contentType, ArrayList? userProperties)
    {
        bool wanted = !string.IsNullOrEmpty(contentType) || userProperties is { Count: > 0 };
        if (!wanted)
        {
            return;
        }

        if (ProtocolVersion < MqttProtocolVersion.Version_5)
        {
            throw new NotSupportedException();
        }

        packet.ContentType = contentType;
        packet.UserProperties = [];
        foreach (object property in userProperties ?? [])
        {
            UserProperty pair = property as UserProperty ?? throw new ArgumentException();
            packet.UserProperties.Add(new MqttUserProperty(pair.Name, Encoding.UTF8.GetBytes(pair.Value).AsMemory()));
        }
    }
}
