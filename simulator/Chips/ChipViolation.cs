namespace UlmEdge.Simulator.Chips;

/// <summary>Something the master did that the chip's datasheet does not allow.</summary>
/// <param name="UptimeUs">When, in microseconds since the supply came on.</param>
/// <param name="Register">The register concerned, or -1.</param>
/// <param name="Sentence">What was wrong.</param>
/// <param name="Section">Where the datasheet says so.</param>
public sealed record ChipViolation(long UptimeUs, int Register, string Sentence, string Section)
{
    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{UptimeUs} µs: {Sentence} ({Section})");
}
