namespace UlmEdge.Decoder;

/// <summary>How a node fares.</summary>
/// <param name="Node">The node's id.</param>
/// <param name="Boot">The boot.</param>
/// <param name="Connection">The connection within the boot.</param>
/// <param name="UnixSeconds">When it was said; null while the node does not know the time.</param>
/// <param name="Records">What it says, e.g. <c>uptime</c> in s, <c>queue</c> as a count of samples.</param>
public sealed record HealthMessage(
    string Node, int Boot, int Connection, decimal? UnixSeconds, IReadOnlyList<DataRecord> Records) : NodeMessage(Node)
{
    /// <summary>A number by its name, e.g. <c>heap.free</c>; null where the node does not say it.</summary>
    public decimal? ValueOf(string name)
    {
        foreach (DataRecord record in Records)
        {
            if (record.Name == name)
            {
                return record.Value;
            }
        }

        return null;
    }
}
