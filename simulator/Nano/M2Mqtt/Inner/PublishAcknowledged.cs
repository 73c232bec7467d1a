using MQTTnet.Packets;

namespace UlmEdge.Simulator.Nano.Mqtt;

/// <summary>A message at QoS 1.</summary>
internal sealed class PublishAcknowledged(MqttPublishPacket packet) : RetriedExchange(packet)
{
    /// <inheritdoc/>
    protected override async Task<bool> TrySendAsync(IInflightContext context)
    {
        if (Attempt > 1)
        {
            // The answer came between the decision to send again and now: upstream drops the exchange and tells nobody.
            if (!context.IsUnanswered(packet.PacketIdentifier))
            {
                return false;
            }

            packet.Dup = true;
        }

        PacketRules.Check(packet);
        await context.SendAsync(packet).ConfigureAwait(false);
        return true;
    }

    /// <inheritdoc/>
    protected override Task<int?> TakeAnswerAsync(IInflightContext context)
    {
        if (context.TakeAnswer<MqttPubAckPacket>(packet.PacketIdentifier) is null)
        {
            return Task.FromResult<int?>(null);
        }

        context.RaisePublished(packet.PacketIdentifier, isPublished: true);
        return Task.FromResult<int?>(Done);
    }

    /// <inheritdoc/>
    protected override void GiveUp(IInflightContext context) =>
        context.RaisePublished(packet.PacketIdentifier, isPublished: false);
}
