using UlmEdge.Simulator.Network;

namespace UlmEdge.Simulator.Runners;

/// <summary>Accounts for the samples of a node over all its boots.</summary>
public static class LifeTally
{
    /// <summary>Sums up boots, in their order.</summary>
    public static StreetTally Of(string id, IReadOnlyList<NodeLife> lives, Reception reception)
    {
        StreetTally sum = StreetTally.Empty;
        foreach (var epoch in lives.GroupBy(life => life.View.Epoch))
        {
            sum += OfEpoch(id, [.. epoch], reception);
        }

        return sum;
    }

    // Numbers run on from boot to boot; what a power cut took from an open batch is taken again under the same number.
    private static StreetTally OfEpoch(string id, NodeLife[] lives, Reception reception)
    {
        NodeView last = lives[^1].View;
        int first = lives[0].View.FirstSample;
        int unwritten = lives.Zip(lives.Skip(1)).Sum(pair => pair.First.View.NextSample - pair.Second.View.FirstSample);
        bool isGone = lives[^1].IsOver && last.IsInMemory;
        int pendingFirst = isGone ? last.NextSample : Math.Max(first, last.OldestPendingSample);
        return new StreetTally(
            last.NextSample - first,
            lives.Sum(life => life.View.SamplesPublished),
            lives.Sum(life => life.View.SamplesAcknowledged),
            reception.CountBetween(id, last.Epoch, first, last.NextSample),
            pendingFirst - first - reception.CountBetween(id, last.Epoch, first, pendingFirst),
            last.NextSample - pendingFirst,
            reception.CountBetween(id, last.Epoch, last.NextSample, int.MaxValue),
            unwritten);
    }
}
