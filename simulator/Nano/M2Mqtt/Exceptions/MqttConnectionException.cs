namespace nanoFramework.M2Mqtt.Exceptions;

/// <summary>No connection could be made: nobody listens, no route, TLS failed.</summary>
public class MqttConnectionException(string message, Exception innerException) : Exception(message, innerException);
