namespace UlmEdge.Simulator.Worlds;

/// <summary>One boot of a node.</summary>
/// <param name="Number">Its number, as the node counts.</param>
/// <param name="Uptime">Its uptime.</param>
public sealed record WorldBoot(int Number, Uptime Uptime)
{
    /// <summary>Whether its clock had no chance to be right.</summary>
    public bool IsMisled { get; set; }

    /// <summary>The longest time for which no time server answered.</summary>
    public long LongestGapMs { get; set; }
}
