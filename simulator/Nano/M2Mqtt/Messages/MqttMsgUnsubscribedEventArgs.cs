namespace nanoFramework.M2Mqtt.Messages;

/// <summary>A subscription has ended.</summary>
public class MqttMsgUnsubscribedEventArgs(ushort messageId) : EventArgs
{
    /// <summary>What Unsubscribe returned.</summary>
    public ushort MessageId { get; } = messageId;
}
