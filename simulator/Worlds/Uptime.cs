namespace UlmEdge.Simulator.Worlds;

/// <summary>The uptime of one boot: a quartz that is a little off.</summary>
/// <param name="bootMs">World time of power-on.</param>
/// <param name="partsPerMillion">How much faster than true time uptime passes.</param>
public sealed class Uptime(long bootMs, int partsPerMillion)
{
    private const int Million = 1_000_000;

    /// <summary>World time of power-on.</summary>
    public long BootMs => bootMs;

    /// <summary>World time at an uptime.</summary>
    public long WorldMsAt(long uptimeMs) => bootMs + uptimeMs - (uptimeMs * partsPerMillion / Million);

    /// <summary>Uptime at a world time that is not before power-on.</summary>
    public long At(long worldMs) => worldMs - bootMs + ((worldMs - bootMs) * partsPerMillion / Million);
}
