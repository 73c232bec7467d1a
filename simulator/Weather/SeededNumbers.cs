namespace UlmEdge.Simulator.Weather;

/// <summary>Numbers that look random and depend on nothing but their arguments.</summary>
/// <remarks>
/// Not <see cref="Random"/>: a world must come out the same on every .NET version, and random access needs no state.
/// The mixing function is the finaliser of SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number
/// Generators, OOPSLA 2014).
/// </remarks>
public static class SeededNumbers
{
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;

    /// <summary>Sixty-four well mixed bits.</summary>
    public static ulong Bits(ulong seed, long index)
    {
        var z = seed + ((ulong)index + 1) * GoldenGamma;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A number from 0 (included) to 1 (excluded).</summary>
    public static double Unit(ulong seed, long index) => (Bits(seed, index) >> 11) * (1.0 / (1UL << 53));

    /// <summary>A number from -1 to 1.</summary>
    public static double Signed(ulong seed, long index) => 2 * Unit(seed, index) - 1;

    /// <summary>A seed of its own for a named part of the world (FNV-1a over UTF-16 code units, mixed).</summary>
    public static ulong Derive(ulong seed, string name)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var character in name)
        {
            hash = (hash ^ character) * 0x100000001B3;
        }

        return Bits(seed ^ hash, 0);
    }
}
