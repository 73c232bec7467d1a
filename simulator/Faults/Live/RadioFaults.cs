using UlmEdge.Simulator.Runners;

namespace UlmEdge.Simulator.Faults.Live;

/// <summary>What goes wrong between a node's radio and the world.</summary>
internal static class RadioFaults
{
    /// <summary>Draws one.</summary>
    public static LiveFault Of(FaultKind kind, StreetNode node, LiveChance chance) => kind switch
    {
        FaultKind.WifiLoss => new TimedFault(kind, node.Id, chance.DurationMs(10, 120))
        {
            Says = "the Wi-Fi is gone",
            SaysAfter = "the Wi-Fi is back",
            Begin = () => node.Board.SetNetwork(false),
            End = () => node.Board.SetNetwork(true),
        },
        FaultKind.DnsFailure => new TimedFault(kind, node.Id, chance.DurationMs(20, 120))
        {
            Says = "the broker's name is not found any more, and the connection breaks",
            SaysAfter = "the broker's name is found again",
            Begin = () =>
            {
                node.Board.AccessPoint.KnowsNames = false;
                node.Board.SetNetwork(false); // A name is only looked up for a new connection.
                node.Board.SetNetwork(true);
            },
            End = () => node.Board.AccessPoint.KnowsNames = true,
        },
        _ => new TimedFault(kind, node.Id, chance.DurationMs(1, 2))
        {
            Says = "the connection swallows everything and stays open",
            Begin = node.Board.SwallowConnections,
        },
    };
}
