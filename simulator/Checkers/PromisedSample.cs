namespace UlmEdge.Simulator.Checkers;

/// <summary>What is known of a sample besides its values.</summary>
/// <param name="Seconds">Its time, as it was given.</param>
/// <param name="Boot">The boot that took it.</param>
/// <param name="IsUnix">Whether the time is a date; else it is the boot's uptime.</param>
/// <param name="Fate">What the journal was told of it since.</param>
public readonly record struct PromisedSample(long Seconds, int Boot, bool IsUnix, SampleFate Fate)
{
    /// <summary>Whether something was told.</summary>
    public bool Is(SampleFate fate) => (Fate & fate) != 0;
}
