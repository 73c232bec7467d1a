namespace UlmEdge.Simulator.Weather;

/// <summary>A smooth random curve over time: seeded values at regular knots, blended without corners.</summary>
/// <param name="Seed">Which curve.</param>
/// <param name="KnotHours">Hours from knot to knot; the curve rises and falls in about twice that time.</param>
internal readonly record struct ValueNoise(ulong Seed, double KnotHours)
{
    /// <summary>The curve at a time; between -1 and 1, mean 0.</summary>
    public double At(double hours)
    {
        var position = hours / KnotHours;
        var knot = Math.Floor(position);
        var t = position - knot;

        // Perlin's fade curve (Improving Noise, SIGGRAPH 2002): first and second derivative vanish at the knots.
        var blend = t * t * t * (t * (t * 6 - 15) + 10);
        var left = SeededNumbers.Signed(Seed, (long)knot);
        var right = SeededNumbers.Signed(Seed, (long)knot + 1);
        return left + (right - left) * blend;
    }
}
