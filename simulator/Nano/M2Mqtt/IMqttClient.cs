using System.Collections;
using nanoFramework.M2Mqtt.Messages;

namespace nanoFramework.M2Mqtt;

/// <summary>What an MQTT client can do.</summary>
public interface IMqttClient
{
    /// <summary>Told of a message that arrived.</summary>
    public delegate void MqttMsgPublishEventHandler(object sender, MqttMsgPublishEventArgs e);

    /// <summary>Told what came of a publication.</summary>
    public delegate void MqttMsgPublishedEventHandler(object sender, MqttMsgPublishedEventArgs e);

    /// <summary>Told what came of a subscription.</summary>
    public delegate void MqttMsgSubscribedEventHandler(object sender, MqttMsgSubscribedEventArgs e);

    /// <summary>Told that a subscription has ended.</summary>
    public delegate void MqttMsgUnsubscribedEventHandler(object sender, MqttMsgUnsubscribedEventArgs e);

    /// <summary>Told that the connection has ended.</summary>
    public delegate void ConnectionClosedEventHandler(object sender, EventArgs e);

    /// <summary>A message arrived.</summary>
    event MqttMsgPublishEventHandler? MqttMsgPublishReceived;

    /// <summary>A publication was acknowledged, or went unanswered for too long.</summary>
    event MqttMsgPublishedEventHandler? MqttMsgPublished;

    /// <summary>A subscription was answered.</summary>
    event MqttMsgSubscribedEventHandler? MqttMsgSubscribed;

    /// <summary>A subscription has ended.</summary>
    event MqttMsgUnsubscribedEventHandler? MqttMsgUnsubscribed;

    /// <summary>The connection has ended, other than by Close.</summary>
    event ConnectionClosedEventHandler? ConnectionClosed;

    /// <summary>Whether the broker has accepted this client and nothing has gone wrong since.</summary>
    bool IsConnected { get; }

    /// <summary>Sets the broker's address and looks it up.</summary>
    void Init(
        string brokerHostName,
        int brokerPort,
        bool secure,
        byte[]? caCert,
        byte[]? clientCert,
        MqttSslProtocols sslProtocol);

    /// <summary>Connects.</summary>
    MqttReasonCode Connect(
        string clientId,
        string? username,
        string? password,
        bool willRetain,
        MqttQoSLevel willQosLevel,
        bool willFlag,
        string? willTopic,
        string? willMessage,
        bool cleanSession,
        ushort keepAlivePeriod);

    /// <summary>Says good-bye to the broker.</summary>
    void Disconnect();

    /// <summary>Queues a subscription.</summary>
    ushort Subscribe(string[] topics, MqttQoSLevel[] qosLevels);

    /// <summary>Queues the end of a subscription.</summary>
    ushort Unsubscribe(string[] topics);

    /// <summary>Queues a message.</summary>
    ushort Publish(
        string topic,
        byte[] message,
        string? contentType,
        ArrayList? userProperties,
        MqttQoSLevel qosLevel,
        bool retain);

    /// <summary>Queues a message at QoS 0.</summary>
    ushort Publish(string topic, byte[] message, string? contentType);

    /// <summary>Queues a message at QoS 0.</summary>
    ushort Publish(string topic, byte[] message);

    /// <summary>Drops the connection and everything under way.</summary>
    void Close();
}
