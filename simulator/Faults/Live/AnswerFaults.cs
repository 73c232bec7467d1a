using UlmEdge.Simulator.Network;
using UlmEdge.Simulator.Runners;

namespace UlmEdge.Simulator.Faults.Live;

/// <summary>What goes wrong with the broker's answers to one node. Delays are real time, as the client's own waits are.</summary>
internal static class AnswerFaults
{
    // The client sends again after a second: late is later than that.
    private const int LateMsMin = 1_100;
    private const int LateMsMax = 2_500;
    private const int SlowMsMin = 50;
    private const int SlowMsMax = 400;

    /// <summary>Draws one.</summary>
    public static LiveFault Of(FaultKind kind, StreetNode node, LinkFaults link, LiveChance chance)
    {
        int lateMs = (int)chance.Entropy.Between(LateMsMin, LateMsMax);
        int slowMs = (int)chance.Entropy.Between(SlowMsMin, SlowMsMax);
        return kind switch
        {
            FaultKind.PubackLost => Of(
                kind, node, chance, "acknowledgements get lost", "acknowledgements arrive again", on => link.LosesPubacks = on),
            FaultKind.PubackLate => Of(
                kind, node, chance, "acknowledgements are late", "acknowledgements are in time again",
                on => link.PubackDelayMs = on ? lateMs : 0),
            FaultKind.PubackDoubled => Of(
                kind, node, chance, "acknowledgements come twice", "acknowledgements come once again", on => link.DoublesPubacks = on),
            _ => Of(kind, node, chance, "the broker is slow", "the broker is quick again", on => link.DelayMs = on ? slowMs : 0),
        };
    }

    private static TimedFault Of(
        FaultKind kind, StreetNode node, LiveChance chance, string says, string saysAfter, Action<bool> set) =>
        new(kind, node.Id, chance.DurationMs(20, 200))
        {
            Says = says,
            SaysAfter = saysAfter,
            Begin = () => set(true),
            End = () => set(false),
        };
}
