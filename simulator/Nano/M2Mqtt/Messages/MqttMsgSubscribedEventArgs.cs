namespace nanoFramework.M2Mqtt.Messages;

/// <summary>What came of a subscription.</summary>
public class MqttMsgSubscribedEventArgs(ushort messageId, MqttQoSLevel[] grantedQosLevels) : EventArgs
{
    /// <summary>What Subscribe returned.</summary>
    public ushort MessageId { get; internal set; } = messageId;

    /// <summary>What the broker granted, topic by topic.</summary>
    public MqttQoSLevel[] GrantedQoSLevels { get; internal set; } = grantedQosLevels;
}
