namespace nanoFramework.M2Mqtt.Messages;

/// <summary>The broker has answered a connection attempt, be it with a refusal.</summary>
public class ConnectionOpenedEventArgs(MqttMsgConnack connact) : EventArgs
{
    /// <summary>The answer.</summary>
    public MqttMsgConnack Message { get; private set; } = connact;
}
