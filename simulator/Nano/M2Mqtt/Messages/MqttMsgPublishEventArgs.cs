namespace nanoFramework.M2Mqtt.Messages;

/// <summary>A message that arrived.</summary>
public class MqttMsgPublishEventArgs(
    string topic, byte[] message, bool dupFlag, MqttQoSLevel qosLevel, bool retain) : EventArgs
{
    /// <summary>Topic.</summary>
    public string Topic { get; internal set; } = topic;

    /// <summary>Payload.</summary>
    public byte[] Message { get; internal set; } = message;

    /// <summary>Whether the broker sent it before.</summary>
    public bool DupFlag { get; internal set; } = dupFlag;

    /// <summary>Quality of service it was delivered with.</summary>
    public MqttQoSLevel QosLevel { get; internal set; } = qosLevel;

    /// <summary>Whether it was kept by the broker from before the subscription.</summary>
    public bool Retain { get; internal set; } = retain;
}
