namespace UlmEdge.Tests.SeededBugs;

/// <summary>All of them.</summary>
internal static class SeededBugs
{
    /// <summary>In the order of what they break.</summary>
    public static IReadOnlyList<SeededBug> All { get; } =
    [
        .. RecoveryBugs.All,
        .. StorageBugs.All,
        .. HousekeepingBugs.All,
        .. SummaryBugs.All,
        .. SendingBugs.All,
        .. TimeBugs.All,
        .. ReadingBugs.All,
        .. AfarBugs.All,
    ];
}
