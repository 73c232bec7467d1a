using MQTTnet.Packets;

namespace UlmEdge.Simulator.Nano.Mqtt;

/// <summary>A SUBSCRIBE or UNSUBSCRIBE; nobody is told when it goes unanswered.</summary>
internal sealed class SubscriptionChange(MqttPacketWithIdentifier packet) : RetriedExchange(packet)
{
    /// <inheritdoc/>
    protected override async Task<bool> TrySendAsync(IInflightContext context)
    {
        await context.SendAsync(packet).ConfigureAwait(false);
        return true;
    }

    /// <inheritdoc/>
    protected override Task<int?> TakeAnswerAsync(IInflightContext context)
    {
        if (packet is MqttSubscribePacket)
        {
            MqttSubAckPacket? granted = context.TakeAnswer<MqttSubAckPacket>(packet.PacketIdentifier);
            if (granted is null)
            {
                return Task.FromResult<int?>(null);
            }

            context.RaiseSubscribed(granted);
            return Task.FromResult<int?>(Done);
        }

        if (context.TakeAnswer<MqttUnsubAckPacket>(packet.PacketIdentifier) is null)
        {
            return Task.FromResult<int?>(null);
        }

        context.RaiseUnsubscribed(packet.PacketIdentifier);
        return Task.FromResult<int?>(Done);
    }

    /// <inheritdoc/>
    protected override void GiveUp(IInflightContext context)
    {
    }
}
