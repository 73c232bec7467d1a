namespace nanoFramework.Networking;

/// <summary>How far joining the network got.</summary>
public enum NetworkHelperStatus
{
    /// <summary>Not begun.</summary>
    None = 0,

    /// <summary>Begun.</summary>
    Started = 1,

    /// <summary>Joined.</summary>
    NetworkIsReady = 2,

    /// <summary>The board has no such interface.</summary>
    FailedNoNetworkInterface = 3,

    /// <summary>No address in time.</summary>
    TokenExpiredWaitingIPAddress = 4,

    /// <summary>An address but no time of day in time.</summary>
    TokenExpiredWaitingDateTime = 5,

    /// <summary>The scanned network refused; the spelling is the platform's.</summary>
    ErrorConnetingToWiFiWhileScanning = 6,

    /// <summary>See HelperException.</summary>
    ExceptionOccurred = 7,

    /// <summary>The address was lost.</summary>
    Reconnecting = 8,
}
