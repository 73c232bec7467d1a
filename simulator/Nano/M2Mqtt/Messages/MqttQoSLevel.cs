namespace nanoFramework.M2Mqtt.Messages;

/// <summary>How hard a message is to be delivered.</summary>
public enum MqttQoSLevel
{
    /// <summary>Sent once, not acknowledged.</summary>
    AtMostOnce = 0,

    /// <summary>Acknowledged; may arrive more than once.</summary>
    AtLeastOnce = 1,

    /// <summary>Acknowledged in two rounds.</summary>
    ExactlyOnce = 2,

    /// <summary>A subscription was refused.</summary>
    GrantedFailure = 0x80,
}
