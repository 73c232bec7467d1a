using MQTTnet.Packets;
using MQTTnet.Protocol;
using nanoFramework.M2Mqtt;

namespace UlmEdge.Simulator.Nano.Mqtt;

/// <summary>Takes what arrives on one connection to where it belongs.</summary>
internal sealed class Receiver(
    BrokerSocket socket,
    InflightQueue inflight,
    MqttSettings settings,
    Action<MqttConnAckPacket> connectAnswered,
    Action pingAnswered)
{
    /// <summary>Receives until stopped.</summary>
    /// <exception cref="System.Threading.Channels.ChannelClosedException">The other end has closed.</exception>
    public async Task RunAsync(CancellationToken stop)
    {
        while (true)
        {
            Take(await socket.Received.ReadAsync(stop).ConfigureAwait(false));
        }
    }

    private void Take(MqttPacket packet)
    {
        switch (packet)
        {
            case MqttConnAckPacket answer:
                connectAnswered(answer);
                break;
            case MqttPingRespPacket:
                pingAnswered();
                break;
            case MqttPublishPacket publish:
                TakeMessage(publish);
                break;
            case MqttPacketWithIdentifier answer:
                inflight.Answered(answer.PacketIdentifier);
                TakeAnswer(answer);
                break;
        }
    }

    private void TakeMessage(MqttPublishPacket publish)
    {
        Reception? known = publish.QualityOfServiceLevel == MqttQualityOfServiceLevel.ExactlyOnce
            ? Receiving(publish.PacketIdentifier)
            : null;
        if (known is null)
        {
            // When the queue is full upstream drops the message, and does not acknowledge it.
            inflight.TryAdd(new Reception(publish), settings.InflightQueueSize);
        }
        else
        {
            known.AcknowledgeAgain();
            inflight.Work.Set();
        }
    }

    private void TakeAnswer(MqttPacketWithIdentifier answer)
    {
        switch (answer)
        {
            case MqttPubRelPacket when Receiving(answer.PacketIdentifier) is null:
                // The message was handed over before; only the PUBCOMP got lost.
                _ = socket.SendAsync(new MqttPubCompPacket { PacketIdentifier = answer.PacketIdentifier });
                break;
            case MqttPubRecPacket or MqttPubCompPacket when !IsPublishing(answer.PacketIdentifier):
                break;
            default:
                inflight.AddAnswer(answer);
                break;
        }
    }

    private Reception? Receiving(ushort identifier) =>
        inflight.Find<Reception>(reception => reception.Identifier == identifier);

    private bool IsPublishing(ushort identifier) =>
        inflight.Find<PublishExactlyOnce>(publish => publish.Identifier == identifier) is not null;
}
