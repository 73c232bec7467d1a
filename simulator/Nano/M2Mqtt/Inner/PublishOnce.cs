using MQTTnet.Packets;

namespace UlmEdge.Simulator.Nano.Mqtt;

/// <summary>A message at QoS 0: sent, and that is all.</summary>
internal sealed class PublishOnce(MqttPublishPacket packet) : Exchange(packet)
{
    /// <inheritdoc/>
    public override async Task<int> StepAsync(IInflightContext context)
    {
        PacketRules.Check(packet);
        await context.SendAsync(packet).ConfigureAwait(false);
        return Done;
    }
}
