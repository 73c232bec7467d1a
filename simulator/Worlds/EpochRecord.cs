namespace UlmEdge.Simulator.Worlds;

/// <summary>All samples that a node took under one epoch, by number.</summary>
/// <param name="Epoch">The epoch.</param>
/// <param name="IsInMemory">Whether the flash had been given up: then a power cut may take everything.</param>
public sealed record EpochRecord(int Epoch, bool IsInMemory)
{
    private readonly List<TakenSample?> _samples = [];

    /// <summary>All numbers below this one are durable, by the node's own word or by what a later boot found.</summary>
    public int DurableUpTo { get; set; }

    /// <summary>All numbers below this one are settled, and it was checked why.</summary>
    public int SettledUpTo { get; set; }

    /// <summary>One after the highest number that was taken.</summary>
    public int Count => _samples.Count;

    /// <summary>The sample with a number, or null if none was taken.</summary>
    public TakenSample? At(int number) => number >= 0 && number < _samples.Count ? _samples[number] : null;

    /// <summary>A sample got a number.</summary>
    /// <returns>The sample that had the number before, or null.</returns>
    public TakenSample? Put(int number, TakenSample sample)
    {
        while (_samples.Count <= number)
        {
            _samples.Add(null);
        }

        TakenSample? before = _samples[number];
        _samples[number] = sample;
        return before;
    }
}
