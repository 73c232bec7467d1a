namespace nanoFramework.Networking;

/// <summary>The SNTP client's statics, of one board; it is started when the board has an address.</summary>
internal sealed class SntpState
{
    public bool IsStarted { get; set; } = true;

    public string Server1 { get; set; } = "0.pool.ntp.org";

    public string Server2 { get; set; } = "1.pool.ntp.org";
}
