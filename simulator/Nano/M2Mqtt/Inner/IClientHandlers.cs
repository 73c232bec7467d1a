using nanoFramework.M2Mqtt.Messages;

namespace UlmEdge.Simulator.Nano.Mqtt;

/// <summary>What a connection tells its client, which passes it on to the application.</summary>
internal interface IClientHandlers
{
    void OnOpened(ConnectionOpenedEventArgs e);

    void OnPublishReceived(MqttMsgPublishEventArgs e);

    void OnPublished(MqttMsgPublishedEventArgs e);

    void OnSubscribed(MqttMsgSubscribedEventArgs e);

    void OnUnsubscribed(MqttMsgUnsubscribedEventArgs e);

    /// <summary>The connection has broken; more may still be told before <see cref="OnEnded"/>.</summary>
    void OnBroken();

    /// <summary>The connection has ended by itself.</summary>
    void OnEnded();
}
