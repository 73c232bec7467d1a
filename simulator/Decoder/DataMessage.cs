namespace UlmEdge.Decoder;

/// <summary>Samples of one boot of a node, dense in their numbers and increasing in time.</summary>
/// <param name="Node">The node's id.</param>
/// <param name="Epoch">The life of the node's journal; sample numbers are unique within it.</param>
/// <param name="Boot">The boot in which the samples were taken.</param>
/// <param name="FirstSample">Number of the first sample.</param>
/// <param name="SampleCount">Samples that the rows stand for.</param>
/// <param name="WindowSeconds">0, or for a summary the seconds that a row sums up.</param>
/// <param name="IsDated">Whether times are Unix seconds; else they are seconds of the boot's uptime.</param>
/// <param name="Rows">The rows, by time.</param>
public sealed record DataMessage(
    string Node,
    int Epoch,
    int Boot,
    int FirstSample,
    int SampleCount,
    int WindowSeconds,
    bool IsDated,
    IReadOnlyList<DataRow> Rows)
    : NodeMessage(Node)
{
    /// <summary>Whether rows are minimum, mean and maximum of several samples, which gave way for want of space.</summary>
    public bool IsSummary => WindowSeconds > 0;

    /// <summary>The moment of a row; null where the node never learned the time.</summary>
    public DateTimeOffset? TimeOf(DataRow row) =>
        IsDated ? DateTimeOffset.UnixEpoch.AddTicks((long)(row.Seconds * TimeSpan.TicksPerSecond)) : null;
}
