namespace UlmEdge.Simulator.Faults.Live;

/// <summary>Draws durations and choices of live faults.</summary>
/// <param name="speed">Board seconds per real second.</param>
/// <param name="entropy">The chance.</param>
internal sealed class LiveChance(double speed, SeededEntropy entropy)
{
    // Shorter than this nothing happens in a fast world, longer than this nobody wants to wait in a slow one.
    private const double RealMsMin = 150;
    private const double RealMsMax = 20_000;

    /// <summary>The chance itself.</summary>
    public SeededEntropy Entropy => entropy;

    /// <summary>A duration in board milliseconds that is also sensible in real time.</summary>
    public long DurationMs(int leastSeconds, int mostSeconds) => (long)Math.Clamp(
        entropy.Between(leastSeconds * 1000L, mostSeconds * 1000L), RealMsMin * speed, RealMsMax * speed);

    /// <summary>One of several.</summary>
    public T OneOf<T>(params ReadOnlySpan<T> choices) => choices[entropy.Next(choices.Length)];

    /// <summary>A way to tear a write.</summary>
    public TornWrite Torn() => (TornWrite)entropy.Next(Enum.GetValues<TornWrite>().Length);
}
