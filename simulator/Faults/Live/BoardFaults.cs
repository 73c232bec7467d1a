using UlmEdge.Simulator.Runners;

namespace UlmEdge.Simulator.Faults.Live;

/// <summary>What goes wrong on a board itself: memory and flash.</summary>
internal static class BoardFaults
{
    private const int MemoryFailuresPercent = 20;

    // Long enough now and then for the node to give the flash up.
    private const double LongShare = 0.2;

    /// <summary>Draws one.</summary>
    public static LiveFault Of(FaultKind kind, StreetNode node, LiveChance chance)
    {
        if (kind == FaultKind.HeapShortage)
        {
            return new TimedFault(kind, node.Id, chance.DurationMs(5, 60))
            {
                Says = "memory is short",
                SaysAfter = "there is enough memory again",
                Begin = () => node.Board.MemoryFailuresPercent = MemoryFailuresPercent,
                End = () => node.Board.MemoryFailuresPercent = 0,
            };
        }

        bool isLong = chance.Entropy.Chance(LongShare);
        long durationMs = isLong ? chance.DurationMs(1000, 1300) : chance.DurationMs(20, 200);

        // What a flash has kept and denied is sent twice if the node gives that flash up: nobody can tell it apart then.
        TornWrite leaves = isLong ? TornWrite.Prefix : chance.Torn();
        return kind == FaultKind.FlashFull
            ? new TimedFault(kind, node.Id, durationMs)
            {
                Says = "the flash is full",
                SaysAfter = "the flash has room again",
                Begin = node.Board.Flash.Fill,
                End = node.Board.Flash.Free,
            }
            : new TimedFault(kind, node.Id, durationMs)
            {
                Says = "the flash refuses writes",
                SaysAfter = "the flash takes writes again",
                Begin = () => node.Board.Flash.Refuse(leaves),
                End = node.Board.Flash.Accept,
            };
    }
}
