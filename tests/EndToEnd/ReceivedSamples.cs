using System.Collections.Concurrent;
using UlmEdge.Simulator.Network;
using UlmEdge.Simulator.Runners;

namespace UlmEdge.Tests.EndToEnd;

/// <summary>Gathers what a street's subscriber receives.</summary>
internal sealed class ReceivedSamples
{
    private readonly ConcurrentQueue<ReceivedSample> _samples = new();

    public ReceivedSamples(Street street) => street.Subscriber.Reception.Received += _samples.Enqueue;

    public IReadOnlyList<ReceivedSample> All => [.. _samples];

    public IEnumerable<ReceivedSample> Of(StreetNode node) => All.Where(sample => sample.Node == node.Id);
}
