using UlmEdge.Decoder;

namespace UlmEdge.Simulator.Network;

/// <summary>One sample of one node as it arrived; (Node, Epoch, Number) names it for ever.</summary>
public sealed record ReceivedSample(
    string Node, int Epoch, int Number, decimal UnixSeconds, IReadOnlyList<DataRecord> Values)
{
    /// <summary>The boot in which it was taken.</summary>
    public int Boot { get; init; }

    /// <summary>Whether its time is the uptime of a boot that never learned the time of day.</summary>
    public bool IsRelative { get; init; }

    /// <summary>How many samples it stands for, itself included: more than one when old ones were thinned.</summary>
    public int Count { get; init; } = 1;

    /// <summary>Whether it is minimum, mean and maximum of what was taken.</summary>
    public bool IsSummary { get; init; }

    /// <summary>The samples of a message, one for each row.</summary>
    public static IReadOnlyList<ReceivedSample> Of(DataMessage message) => [.. message.Rows.Select(row =>
        new ReceivedSample(message.Node, message.Epoch, row.FirstSample, row.Seconds, row.Records)
        {
            Boot = message.Boot,
            IsRelative = !message.IsDated,
            IsSummary = message.IsSummary,
            Count = row.SampleCount,
        })];
}
