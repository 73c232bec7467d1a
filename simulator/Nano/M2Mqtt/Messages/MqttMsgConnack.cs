namespace nanoFramework.M2Mqtt.Messages;

/// <summary>The broker's answer to a connection attempt.</summary>
public class MqttMsgConnack
{
    /// <summary>Success or the reason of the refusal.</summary>
    public MqttReasonCode ReturnCode { get; set; }

    /// <summary>Whether the broker remembers this client.</summary>
    public bool SessionPresent { get; set; }
}
