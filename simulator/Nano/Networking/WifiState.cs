namespace nanoFramework.Networking;

/// <summary>The Wi-Fi helper's statics, of one board.</summary>
internal sealed class WifiState
{
    public NetworkHelperStatus Status { get; set; } = NetworkHelperStatus.None;

    public Exception? HelperException { get; set; }
}
