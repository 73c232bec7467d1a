using UlmEdge.Decoder;
using UlmEdge.Simulator.Worlds;

namespace UlmEdge.Simulator.Checkers;

/// <summary>What a node says of itself keeps the contract, and its ledger adds up also where only a backend sees it.</summary>
public static class SelfReport
{
    private static readonly string[] Fates =
        ["sent", "waiting", "thinned", "evicted", "unreadable", "notstored", "unknown"];

    /// <summary>A message that is no batch has arrived.</summary>
    public static void Check(NodeWitness witness, NodeMessage message)
    {
        if (message is not HealthMessage health)
        {
            return;
        }

        decimal taken = health.ValueOf("samples.taken") ?? -1;
        decimal sum = Fates.Sum(fate => health.ValueOf($"samples.{fate}") ?? -1);
        if (taken != sum)
        {
            witness.Break(Promise.LedgerAddsUp, $"health says {taken} samples were taken, and knows of {sum}");
        }
    }
}
