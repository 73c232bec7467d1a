namespace UlmEdge.Simulator.Provisioning;

/// <summary>The Wi-Fi of a credentials reference. Prints itself without the password.</summary>
internal sealed record WifiSecret(string Ssid, string Password)
{
    /// <inheritdoc/>
    public override string ToString() => "Wi-Fi";
}
