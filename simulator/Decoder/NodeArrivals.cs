namespace UlmEdge.Decoder;

/// <summary>Which samples of one node have arrived: drops repeats, knows gaps and what comes late. Not for several threads.</summary>
/// <remarks>
/// The key is (epoch, sample number). Memory is bounded: a few epochs, each with so many ranges of numbers. When they run
/// out the lowest is forgotten, and what arrives below counts as late and not as a repeat: a store with the same key says
/// the last word, and nothing is thrown away on a guess.
/// </remarks>
public sealed class NodeArrivals
{
    /// <summary>Epochs that are remembered: a node begins one only when its flash was formatted.</summary>
    public const int EpochsMax = 4;

    /// <summary>Ranges of numbers that are remembered in each.</summary>
    public const int RangesMax = 4096;

    private readonly List<(int Epoch, SampleSet Samples)> _epochs = [];

    /// <summary>Samples that have arrived, each counted once.</summary>
    public long SampleCount { get; private set; }

    /// <summary>Samples that arrived again.</summary>
    public long RepeatCount { get; private set; }

    /// <summary>Samples that arrived after later ones.</summary>
    public long LateCount { get; private set; }

    /// <summary>The epoch of the newest arrival; null before the first.</summary>
    public int? Epoch => _epochs.Count > 0 ? _epochs[^1].Epoch : null;

    /// <summary>Numbers that are missing between the lowest and the highest of the newest epoch.</summary>
    public long GapCount => _epochs.Count > 0 ? _epochs[^1].Samples.MissingCount : 0;

    /// <summary>The ranges that are missing between the lowest and the highest of the newest epoch, the end not included.</summary>
    public IReadOnlyList<(int First, int End)> Gaps =>
        _epochs.Count > 0 && _epochs[^1].Samples is { Count: > 0 } samples ? samples.Gaps(samples.First, samples.End) : [];

    /// <summary>Takes a row.</summary>
    public Arrival Take(DataMessage message, DataRow row)
    {
        SampleSet samples = Of(message.Epoch);
        bool isLate = samples.Count > 0 && row.FirstSample < samples.End;
        int added = samples.AddRange(row.FirstSample, row.FirstSample + row.SampleCount);
        SampleCount += added;
        RepeatCount += row.SampleCount - added;
        if (added == 0)
        {
            return Arrival.Repeat;
        }

        LateCount += isLate ? added : 0;
        return added < row.SampleCount ? Arrival.Overlap : isLate ? Arrival.Late : Arrival.New;
    }

    private SampleSet Of(int epoch)
    {
        foreach ((int known, SampleSet samples) in _epochs)
        {
            if (known == epoch)
            {
                return samples;
            }
        }

        if (_epochs.Count == EpochsMax)
        {
            _epochs.RemoveAt(0);
        }

        _epochs.Add((epoch, new SampleSet(RangesMax)));
        return _epochs[^1].Samples;
    }
}
