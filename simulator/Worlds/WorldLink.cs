using UlmEdge.Ports;
using UlmEdge.Simulator.Faults;

namespace UlmEdge.Simulator.Worlds;

/// <summary>The Wi-Fi of a node in a seeded world: joined some seconds after it was asked to, while the access point is there.</summary>
internal sealed class WorldLink(Surroundings surroundings) : INetworkLink
{
    private const long JoinMs = 2_500;

    private long _joinedMs = long.MaxValue;

    /// <summary>The uptime of the call to come.</summary>
    public long NowMs { get; set; }

    /// <inheritdoc/>
    public bool IsUp
    {
        get
        {
            if (surroundings.Has(FaultKind.WifiLoss) && _joinedMs != long.MaxValue)
            {
                surroundings.Note(FaultKind.WifiLoss);
                _joinedMs = long.MaxValue;
            }

            return _joinedMs <= NowMs;
        }
    }

    /// <inheritdoc/>
    public void Join()
    {
        if (_joinedMs == long.MaxValue && !surroundings.Has(FaultKind.WifiLoss))
        {
            _joinedMs = NowMs + JoinMs;
        }
    }
}
