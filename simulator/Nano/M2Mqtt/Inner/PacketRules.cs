using MQTTnet.Packets;
using MQTTnet.Protocol;
using nanoFramework.M2Mqtt.Exceptions;

namespace UlmEdge.Simulator.Nano.Mqtt;

/// <summary>What packets must look like.</summary>
/// <remarks>
/// Upstream looks only when it builds the packet: a bad will is noticed when the TCP connection is there already, and
/// a bad topic on the inflight thread, where it does not come back as an exception of Publish but costs the
/// connection.
/// </remarks>
internal static class PacketRules
{
    private const int TopicLengthMax = 65535;

    public static void Check(MqttConnectPacket packet)
    {
        ArgumentNullException.ThrowIfNull(packet.ClientId);
        bool complete = !string.IsNullOrEmpty(packet.WillTopic)
            && packet.WillMessage.Length > 0
            && packet.WillQoS <= MqttQualityOfServiceLevel.ExactlyOnce;
        if (packet.WillFlag ? !complete : packet.WillRetain)
        {
            throw new MqttClientException(MqttClientErrorCode.WillWrong);
        }
    }

    public static void Check(MqttPublishPacket packet)
    {
        if (packet.Topic.Contains('#') || packet.Topic.Contains('+'))
        {
            throw new MqttClientException(MqttClientErrorCode.TopicWildcard);
        }

        if (packet.Topic.Length is 0 or > TopicLengthMax)
        {
            throw new MqttClientException(MqttClientErrorCode.TopicLength);
        }

        if (packet.QualityOfServiceLevel > MqttQualityOfServiceLevel.ExactlyOnce)
        {
            throw new MqttClientException(MqttClientErrorCode.QosNotAllowed);
        }
    }
}
