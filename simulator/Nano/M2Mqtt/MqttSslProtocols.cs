namespace nanoFramework.M2Mqtt;

/// <summary>Version of TLS; only None, 1.2 and 1.3 are accepted when it comes to connecting.</summary>
public enum MqttSslProtocols
{
    /// <summary>No TLS.</summary>
    None = 0,

    /// <summary>Not accepted.</summary>
    SSLv3 = 1,

    /// <summary>Not accepted.</summary>
    TLSv1_0 = 2,

    /// <summary>Not accepted.</summary>
    TLSv1_1 = 3,

    /// <summary>TLS 1.2.</summary>
    TLSv1_2 = 4,

    /// <summary>TLS 1.3.</summary>
    TLSv1_3 = 5,
}
