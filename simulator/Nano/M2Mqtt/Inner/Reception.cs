using MQTTnet.Packets;
using MQTTnet.Protocol;

namespace UlmEdge.Simulator.Nano.Mqtt;

/// <summary>A message from the broker: acknowledged first, then handed to the application.</summary>
internal sealed class Reception(MqttPublishPacket packet) : Exchange(packet)
{
    private bool _acknowledged;

    /// <summary>Identifier, in the broker's numbering.</summary>
    public ushort Identifier => packet.PacketIdentifier;

    /// <summary>The broker sent the same QoS 2 message again: it has not seen the PUBREC.</summary>
    public void AcknowledgeAgain() => _acknowledged = false;

    /// <inheritdoc/>
    public override async Task<int> StepAsync(IInflightContext context)
    {
        if (packet.QualityOfServiceLevel == MqttQualityOfServiceLevel.ExactlyOnce)
        {
            return await StepExactlyOnceAsync(context).ConfigureAwait(false);
        }

        if (packet.QualityOfServiceLevel == MqttQualityOfServiceLevel.AtLeastOnce)
        {
            await context.SendAsync(new MqttPubAckPacket { PacketIdentifier = Identifier }).ConfigureAwait(false);
        }

        context.RaiseReceived(packet);
        return Done;
    }

    private async Task<int> StepExactlyOnceAsync(IInflightContext context)
    {
        if (!_acknowledged)
        {
            _acknowledged = true;
            await context.SendAsync(new MqttPubRecPacket { PacketIdentifier = Identifier }).ConfigureAwait(false);
            return UntilAnswered;
        }

        if (context.TakeAnswer<MqttPubRelPacket>(Identifier) is null)
        {
            return UntilAnswered;
        }

        await context.SendAsync(new MqttPubCompPacket { PacketIdentifier = Identifier }).ConfigureAwait(false);
        context.RaiseReceived(packet);
        return Done;
    }
}
