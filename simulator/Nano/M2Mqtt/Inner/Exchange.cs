using MQTTnet.Packets;

namespace UlmEdge.Simulator.Nano.Mqtt;

/// <summary>One packet and the answers that belong to it, from the first send to the last word.</summary>
/// <remarks>
/// The states and times are those of upstream's inflight thread
/// (nanoframework/nanoFramework.m2mqtt:M2Mqtt/MqttClient.cs): many exchanges are under way at once, and each is
/// looked at in every round.
/// </remarks>
internal abstract class Exchange(MqttPacket packet)
{
    /// <summary>Returned by <see cref="StepAsync"/> when there is nothing left to do.</summary>
    public const int Done = -1;

    /// <summary>Returned by <see cref="StepAsync"/> when only an answer can move it on.</summary>
    public const int UntilAnswered = int.MaxValue;

    /// <summary>The packet it is about.</summary>
    public MqttPacket Packet { get; } = packet;

    /// <summary>Does what is due.</summary>
    /// <returns>Milliseconds until it must be looked at again, or <see cref="Done"/>.</returns>
    public abstract Task<int> StepAsync(IInflightContext context);
}
