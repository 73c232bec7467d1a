namespace UlmEdge.Simulator.Runners;

/// <summary>What became of every sample of a street, in samples throughout so that the numbers compare.</summary>
/// <param name="Samples">Taken by the nodes.</param>
/// <param name="Published">Handed to a connection at least once.</param>
/// <param name="Acknowledged">Those of which the nodes know that the broker has them.</param>
/// <param name="Received">Those that the independent subscriber has, each counted once.</param>
/// <param name="Lost">Neither received nor waiting in a node nor accounted for below.</param>
/// <param name="Pending">Waiting in a node for the broker's acknowledgement.</param>
/// <param name="Invented">Received, but never taken.</param>
/// <param name="Unwritten">Taken, and only in memory when the power was cut; not among Samples.</param>
/// <param name="Refused">Taken while the flash refused, and too many for the memory.</param>
/// <param name="Thinned">Became part of a minimum, mean and maximum, for want of space.</param>
/// <param name="Evicted">Gave way in the journal, for want of space.</param>
public sealed record StreetTally(
    int Samples,
    int Published,
    int Acknowledged,
    int Received,
    int Lost,
    int Pending,
    int Invented,
    int Unwritten,
    int Refused,
    int Thinned,
    int Evicted)
{
    /// <summary>Nothing at all.</summary>
    public static readonly StreetTally Empty = new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>Both together.</summary>
    public static StreetTally operator +(StreetTally one, StreetTally other) => new(
        one.Samples + other.Samples,
        one.Published + other.Published,
        one.Acknowledged + other.Acknowledged,
        one.Received + other.Received,
        one.Lost + other.Lost,
        one.Pending + other.Pending,
        one.Invented + other.Invented,
        one.Unwritten + other.Unwritten,
        one.Refused + other.Refused,
        one.Thinned + other.Thinned,
        one.Evicted + other.Evicted);
}
