namespace UlmEdge.Tests.SeededBugs;

/// <summary>What the simulator is told to do with a bug: few runs for many bugs, since each must also pass without one.</summary>
internal static class Runs
{
    /// <summary>Every cut of two short lives: what happens at nearly every operation.</summary>
    public const string FewCuts = "cuts --ops 60 --depth 1 --seeds 1..2";

    /// <summary>Every cut of lives that come by all that a journal does.</summary>
    public const string ManyCuts = "cuts --ops 200 --depth 1 --seeds 1..8";

    /// <summary>Journals that somebody damaged.</summary>
    public const string DamagedJournals = "damage --journals 12000";

    /// <summary>Days in which most things go wrong.</summary>
    public const string HarshWorlds = "soak --seeds 1..5 --nodes 1 --faults harsh";

    /// <summary>Days as they are, with clocks that step.</summary>
    public const string SteppingClocks = "soak --seeds 16..18 --nodes 1";

    /// <summary>Days as they are, with flashes that refuse for long.</summary>
    public const string RefusingFlashes = "soak --seeds 11..13 --nodes 2";

    /// <summary>Days with everything that is done to nodes from afar.</summary>
    public const string NodesFromAfar = "soak --seeds 10..15 --nodes 3";

    /// <summary>Days in which the brokers' certificates come from another authority.</summary>
    public const string NewAuthorities = "soak --seeds 26..27 --nodes 3";

    /// <summary>Days with a firmware that dies at its sensor, for longer than a node may be out of reach.</summary>
    public const string DyingFirmware = "soak --seeds 45..47 --nodes 5";

    /// <summary>Days without a fault, for what may not happen by itself.</summary>
    public const string NoFaults = "soak --seeds 1..3 --nodes 1 --faults none";
}
