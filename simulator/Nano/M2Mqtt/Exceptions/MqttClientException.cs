namespace nanoFramework.M2Mqtt.Exceptions;

/// <summary>The client was asked for something it does not do.</summary>
public class MqttClientException(MqttClientErrorCode errorCode) : Exception
{
    /// <summary>What it is about.</summary>
    public MqttClientErrorCode ErrorCode { get; set; } = errorCode;
}
