using UlmEdge.Ports;

namespace UlmEdge.Simulator.Faults;

/// <summary>A seed's chance: the same numbers in every run.</summary>
/// <remarks>SplitMix64 (Steele, Lea, Flood 2014): small, quick, and defined for ever, which System.Random is not.</remarks>
public sealed class SeededEntropy(ulong seed) : IEntropy
{
    private ulong _state = seed;

    /// <summary>64 even bits.</summary>
    public ulong Next64()
    {
        ulong z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <inheritdoc/>
    public int Next(int limit) => (int)(Next64() % (uint)limit);

    /// <summary>A number from least to before limit.</summary>
    public long Between(long least, long limit) => least + (long)(Next64() % (ulong)(limit - least));

    /// <summary>Whether something of this chance happens.</summary>
    public bool Chance(double probability) => (Next64() >> 11) * (1.0 / (1UL << 53)) < probability;
}
