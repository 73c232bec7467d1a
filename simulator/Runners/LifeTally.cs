using UlmEdge.Simulator.Network;

namespace UlmEdge.Simulator.Runners;

/// <summary>Accounts for the samples of a node over all its boots, while it runs: by what can be seen from outside.</summary>
public static class LifeTally
{
    /// <summary>Sums up boots, in their order.</summary>
    public static StreetTally Of(string id, IReadOnlyList<NodeLife> lives, Reception reception)
    {
        StreetTally sum = StreetTally.Empty;
        foreach (var epoch in lives.SelectMany(life => life.Stretches()).GroupBy(stretch => stretch.Epoch))
        {
            sum += OfEpoch(id, [.. epoch], reception);
        }

        return sum with
        {
            Published = lives.Sum(life => life.View.SamplesPublished),
            Acknowledged = lives.Sum(life => life.View.SamplesAcknowledged),
            Refused = lives.Sum(life => life.DroppedBeforeLeaving),
        };
    }

    // Numbers run on from boot to boot; what a power cut took from an open batch is taken again under the same number.
    private static StreetTally OfEpoch(string id, Stretch[] stretches, Reception reception)
    {
        Stretch last = stretches[^1];
        int first = stretches[0].First;
        int unwritten = stretches.Zip(stretches.Skip(1)).Sum(pair => Math.Max(0, pair.First.End - pair.Second.First));
        bool isGone = last.Life.IsOver && last.IsInMemory;
        bool isCurrent = last.Epoch == last.Life.View.Epoch;
        int pendingFirst = isGone || !isCurrent ? last.End : Math.Max(first, last.Life.View.OldestPendingSample);
        return StreetTally.Empty with
        {
            Samples = last.End - first,
            Received = reception.CountBetween(id, last.Epoch, first, last.End),
            Lost = pendingFirst - first - reception.CountBetween(id, last.Epoch, first, pendingFirst),
            Pending = last.End - pendingFirst,
            Invented = reception.CountBetween(id, last.Epoch, last.End, int.MaxValue),
            Unwritten = unwritten,
        };
    }
}
