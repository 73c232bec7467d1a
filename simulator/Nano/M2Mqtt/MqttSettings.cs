using UlmEdge.Simulator.Nano;

namespace nanoFramework.M2Mqtt;

/// <summary>Settings that all clients of a board share.</summary>
public class MqttSettings
{
    /// <summary>TCP port without TLS.</summary>
    public const int BrokerDefaultPort = 1883;

    /// <summary>TCP port with TLS.</summary>
    public const int BrokerDefaultSslPort = 8883;

    /// <summary>Milliseconds to wait for an answer.</summary>
    public const int DefaultTimeout = 30_000;

    /// <summary>How often a message is sent in all.</summary>
    public const int MaximumAttemptsRetry = 3;

    /// <summary>Milliseconds from one send to the next.</summary>
    public const int DefaultDelayRetry = 1_000;

    /// <summary>Milliseconds to wait for a TCP connection.</summary>
    public const int ConnectTimeout = 30_000;

    /// <summary>Messages that may wait.</summary>
    public const int DefaultInflightQueueSize = int.MaxValue;

    internal MqttSettings()
    {
    }

    /// <summary>The calling board's settings.</summary>
    public static MqttSettings Instance => BoardState.Current.MqttSettings;

    /// <summary>Milliseconds to wait for a TCP connection.</summary>
    public int TimeoutOnConnection { get; internal set; } = ConnectTimeout;

    /// <summary>Milliseconds to wait for an answer.</summary>
    public int TimeoutOnReceiving { get; internal set; } = DefaultTimeout;

    /// <summary>How often a message is sent in all.</summary>
    public int AttemptsOnRetry { get; internal set; } = MaximumAttemptsRetry;

    /// <summary>Milliseconds from one send to the next.</summary>
    public int DelayOnRetry { get; internal set; } = DefaultDelayRetry;

    /// <summary>Messages that may wait, in either direction.</summary>
    public int InflightQueueSize { get; set; } = DefaultInflightQueueSize;

    /// <summary>Whether TLS checks who the broker is.</summary>
    public bool ValidateServerCertificate { get; set; } = true;
}
