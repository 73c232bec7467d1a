using UlmEdge.Simulator.Worlds;

namespace UlmEdge.Simulator.Checkers;

/// <summary>
/// When nothing is left that explains why not, a node is connected within ten minutes, and never for longer without a connection:
/// whatever it was sent, as a configuration or as a command.
/// </summary>
public sealed class Reachable(NodeWitness witness)
{
    /// <summary>The longest time without a connection and without an explanation.</summary>
    public const long UnreachableMsMax = 600_000;

    private long _sinceMs;

    /// <summary>Looks at the node; called whenever something has happened.</summary>
    /// <param name="isConnected">Whether it is connected to a broker.</param>
    /// <param name="isExplained">Whether something goes on that keeps it from it, e.g. there is no power.</param>
    public void Look(bool isConnected, bool isExplained)
    {
        long unreachableMs = witness.WorldMs - _sinceMs;
        if (isConnected || isExplained)
        {
            _sinceMs = witness.WorldMs;
        }
        else if (unreachableMs > UnreachableMsMax)
        {
            _sinceMs = witness.WorldMs;
            witness.Break(
                Promise.Reachable,
                $"for {unreachableMs / 1000} s the node has not been connected, although broker, network and clock were well");
        }
    }
}
