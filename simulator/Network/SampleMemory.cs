using UlmEdge.Decoder;

namespace UlmEdge.Simulator.Network;

/// <summary>The last samples of one node, to see whether what arrives again is the same, and under the same number.</summary>
/// <remarks>
/// Within one boot no two samples have the same time, unless a clock was corrected backwards: the same time and values
/// under another number are the same sample again, which a backend that drops repeats by (node, epoch, number) counts twice.
/// </remarks>
internal sealed class SampleMemory
{
    private const int SamplesMax = 1024;

    private readonly Dictionary<(int Epoch, int Number, bool IsRelative), int> _contents = [];
    private readonly Dictionary<(int Boot, bool IsRelative, decimal Time), ReceivedSample> _names = [];
    private readonly Queue<ReceivedSample> _order = new();

    /// <summary>Whether a sample has arrived before under another number.</summary>
    public bool IsKnownOtherwise(ReceivedSample sample) =>
        sample is { IsSummary: false, Boot: > 0 }
        && _names.TryGetValue((sample.Boot, sample.IsRelative, sample.UnixSeconds), out ReceivedSample? other)
        && (other.Epoch, other.Number) != (sample.Epoch, sample.Number)
        && sample.Values.Any(value => value.Unit is not null)
        && ContentOf(other) == ContentOf(sample);

    /// <summary>Whether something else has arrived before under this sample's number.</summary>
    public bool Contradicts(ReceivedSample sample) =>
        !sample.IsSummary
        && _contents.TryGetValue((sample.Epoch, sample.Number, sample.IsRelative), out int content)
        && content != ContentOf(sample);

    /// <summary>Remembers a sample; the oldest gives way.</summary>
    public void Add(ReceivedSample sample)
    {
        if (sample.IsSummary || !_contents.TryAdd((sample.Epoch, sample.Number, sample.IsRelative), ContentOf(sample)))
        {
            return;
        }

        _names.TryAdd((sample.Boot, sample.IsRelative, sample.UnixSeconds), sample);
        _order.Enqueue(sample);
        if (_order.Count > SamplesMax)
        {
            ReceivedSample oldest = _order.Dequeue();
            _contents.Remove((oldest.Epoch, oldest.Number, oldest.IsRelative));
            _names.Remove((oldest.Boot, oldest.IsRelative, oldest.UnixSeconds));
        }
    }

    private static int ContentOf(ReceivedSample sample)
    {
        HashCode hash = default;
        hash.Add(sample.UnixSeconds);
        foreach (DataRecord value in sample.Values)
        {
            hash.Add(value);
        }

        return hash.ToHashCode();
    }
}
