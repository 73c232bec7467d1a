namespace UlmEdge.Simulator.Provisioning;

/// <summary>Names that the broker's files and the nodes' files have in common.</summary>
internal static class Broker
{
    /// <summary>The user that asks nodes and receives everything.</summary>
    public const string Backend = "backend";

    /// <summary>The user that may look, and nothing else.</summary>
    public const string Reader = "reader";

    /// <summary>What all topics begin with.</summary>
    public const string Root = "ulm/v1";
}
