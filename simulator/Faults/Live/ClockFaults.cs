using UlmEdge.Simulator.Runners;

namespace UlmEdge.Simulator.Faults.Live;

/// <summary>Time servers that are wrong.</summary>
internal static class ClockFaults
{
    // A boot that learned a time far ahead makes it the last one known, and later boots wait a day for a clock to reach it
    // or send with relative time after an hour: by design, but longer than most live runs.
    private const int ForwardSecondsMax = 55 * 60;
    private const int BackSecondsMax = 3 * 86_400;
    private const int SecondsMin = 120;

    /// <summary>Draws one.</summary>
    public static LiveFault Of(FaultKind kind, StreetNode node, LiveChance chance)
    {
        bool isForward = kind == FaultKind.ClockForward;
        long seconds = chance.Entropy.Between(SecondsMin, isForward ? ForwardSecondsMax : BackSecondsMax);
        return new TimedFault(kind, node.Id, chance.DurationMs(30, 300))
        {
            Says = $"the time of day jumps {(isForward ? "forward" : "back")} by {seconds} s",
            SaysAfter = "the time of day is right again",
            Begin = () => node.Board.ClockErrorMs = (isForward ? seconds : -seconds) * 1000,
            End = () => node.Board.ClockErrorMs = 0,
        };
    }
}
