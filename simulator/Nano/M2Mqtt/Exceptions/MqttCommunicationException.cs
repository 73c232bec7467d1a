namespace nanoFramework.M2Mqtt.Exceptions;

/// <summary>The connection broke, or the broker did not answer in time.</summary>
public class MqttCommunicationException : Exception
{
    /// <summary>No answer.</summary>
    public MqttCommunicationException()
    {
    }

    /// <summary>A broken connection.</summary>
    public MqttCommunicationException(Exception e)
        : base(string.Empty, e)
    {
    }
}
