using System.Buffers;
using MQTTnet.Packets;
using nanoFramework.M2Mqtt.Messages;

namespace UlmEdge.Simulator.Nano.Mqtt;

/// <summary>Turns packets into event arguments and queues the calls of one connection's handlers.</summary>
internal sealed class ClientEvents(EventLoop loop, IClientHandlers handlers)
{
    public void Published(ushort identifier, bool isPublished)
    {
        var e = new MqttMsgPublishedEventArgs(identifier, isPublished);
        loop.Post(() => handlers.OnPublished(e));
    }

    public void Received(MqttPublishPacket packet)
    {
        var e = new MqttMsgPublishEventArgs(
            packet.Topic,
            packet.Payload.ToArray(),
            packet.Dup,
            (MqttQoSLevel)(int)packet.QualityOfServiceLevel,
            packet.Retain);
        loop.Post(() => handlers.OnPublishReceived(e));
    }

    public void Subscribed(MqttSubAckPacket packet)
    {
        MqttQoSLevel[] granted = [.. packet.ReasonCodes.Select(code => (MqttQoSLevel)(int)code)];
        var e = new MqttMsgSubscribedEventArgs(packet.PacketIdentifier, granted);
        loop.Post(() => handlers.OnSubscribed(e));
    }

    public void Unsubscribed(ushort identifier)
    {
        var e = new MqttMsgUnsubscribedEventArgs(identifier);
        loop.Post(() => handlers.OnUnsubscribed(e));
    }
}
