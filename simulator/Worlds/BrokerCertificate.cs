namespace UlmEdge.Simulator.Worlds;

/// <summary>A broker's certificate, as far as a node looks at it.</summary>
/// <param name="Authority">Who issued it: 0 for the first authority of the world, 1 for its successor.</param>
/// <param name="FromUnixMs">It is valid from here on.</param>
/// <param name="ToUnixMs">It is valid up to here.</param>
internal readonly record struct BrokerCertificate(int Authority, long FromUnixMs, long ToUnixMs)
{
    /// <summary>Whether a clock that shows this takes it for valid.</summary>
    public bool IsValidAt(long unixMs) => unixMs >= FromUnixMs && unixMs <= ToUnixMs;
}
