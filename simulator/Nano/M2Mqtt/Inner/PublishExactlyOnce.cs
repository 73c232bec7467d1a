using MQTTnet.Packets;

namespace UlmEdge.Simulator.Nano.Mqtt;

/// <summary>A message at QoS 2: PUBLISH until PUBREC, then PUBREL until PUBCOMP.</summary>
internal sealed class PublishExactlyOnce(MqttPublishPacket packet) : RetriedExchange(packet)
{
    private bool _released;

    /// <summary>Identifier, in this client's numbering.</summary>
    public ushort Identifier => packet.PacketIdentifier;

    /// <inheritdoc/>
    protected override async Task<bool> TrySendAsync(IInflightContext context)
    {
        if (_released)
        {
            await SendReleaseAsync(context).ConfigureAwait(false);
            return true;
        }

        if (Attempt > 1)
        {
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
    protected override async Task<int?> TakeAnswerAsync(IInflightContext context)
    {
        if (context.TakeAnswer<MqttPubRecPacket>(packet.PacketIdentifier) is not null)
        {
            if (!_released)
            {
                _released = true;
                SentNext();
                await SendReleaseAsync(context).ConfigureAwait(false);
            }

            return context.RetryMs;
        }

        if (!_released || context.TakeAnswer<MqttPubCompPacket>(packet.PacketIdentifier) is null)
        {
            return null;
        }

        context.RaisePublished(packet.PacketIdentifier, isPublished: true);
        return Done;
    }

    /// <inheritdoc/>
    protected override void GiveUp(IInflightContext context) =>
        context.RaisePublished(packet.PacketIdentifier, isPublished: false);

    private Task SendReleaseAsync(IInflightContext context) =>
        context.SendAsync(new MqttPubRelPacket { PacketIdentifier = packet.PacketIdentifier });
}
