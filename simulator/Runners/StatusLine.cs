using UlmEdge.Core.Publishing;

namespace UlmEdge.Simulator.Runners;

/// <summary>A whole street in two short lines.</summary>
internal static class StatusLine
{
    /// <summary>Real and board time, and how many nodes are connected.</summary>
    public static string Time(Street street)
    {
        int connected = street.Nodes.Count(node => node.View?.State
            is PublisherState.Idle or PublisherState.AwaitingAcknowledgement or PublisherState.WaitingForClock);
        return $"{Wording.Seconds(street.Clock.RealElapsed),7}  {Wording.Moment(street.Clock.UnixMs)}  "
            + $"{connected}/{street.Nodes.Count} connected";
    }

    /// <summary>What became of the samples so far.</summary>
    public static string Counts(Street street)
    {
        StreetTally tally = street.Tally();
        return $"samples {tally.Samples}, acknowledged {tally.Acknowledged}, received {tally.Received}, "
            + $"pending {tally.Pending}";
    }
}
