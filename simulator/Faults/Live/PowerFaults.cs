using UlmEdge.Simulator.Runners;

namespace UlmEdge.Simulator.Faults.Live;

/// <summary>The ways to take a node's power away, and the time server that is silent when it comes back.</summary>
internal static class PowerFaults
{
    // A batch of default size is closed within this time.
    private const int UntilWriteMs = 15_000;

    // A boot writes its cursor first; a recovery may write and delete more.
    private const int RecoveryChanges = 3;
    private const int RecoveryMs = 3_000;

    /// <summary>Draws one.</summary>
    public static LiveFault Of(FaultKind kind, StreetNode node, LiveChance chance) => kind switch
    {
        FaultKind.SntpBlocked => new TimedFault(kind, node.Id, chance.DurationMs(60, 600))
        {
            Says = "the power goes for a moment, and then no time server answers",
            SaysAfter = "time servers answer again",
            Begin = () =>
            {
                node.Board.AccessPoint.HasTime = false;
                node.PowerCycle();
            },
            End = () => node.Board.AccessPoint.HasTime = true,
        },
        _ => new PowerFault(kind, node, [.. Cuts(kind, chance)], chance.Entropy),
    };

    private static IEnumerable<PlannedCut> Cuts(FaultKind kind, LiveChance chance)
    {
        SeededEntropy entropy = chance.Entropy;
        yield return entropy.Chance(0.3)
            ? new PlannedCut(0, chance.DurationMs(2, 20))
            : new PlannedCut(UntilWriteMs, chance.DurationMs(2, 20), chance.Torn(), entropy.Next(RecoveryChanges));
        int more = kind == FaultKind.CutInRecovery ? 1 : kind == FaultKind.RebootLoop ? 3 + entropy.Next(4) : 0;
        for (int i = 0; i < more; i++)
        {
            yield return kind == FaultKind.CutInRecovery
                ? new PlannedCut(RecoveryMs, chance.DurationMs(2, 10), chance.Torn(), entropy.Next(RecoveryChanges))
                : new PlannedCut(chance.DurationMs(1, 4), chance.DurationMs(1, 3));
        }
    }
}
