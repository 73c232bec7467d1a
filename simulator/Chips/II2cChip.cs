namespace UlmEdge.Simulator.Chips;

/// <summary>A virtual chip on an I2C bus, transcribed from its datasheet and strict about its use.</summary>
/// <remarks>
/// A chip has no clock: every call says what time it is. Time is microseconds since the supply came on; it never goes
/// backwards, and a restart of the firmware does not set it back.
/// </remarks>
public interface II2cChip
{
    /// <summary>What the master did that the datasheet does not allow, in the order in which it happened.</summary>
    IReadOnlyList<ChipViolation> Violations { get; }

    /// <summary>The master addressed the chip to write, from start to stop; no bytes at all is a mere probe.</summary>
    /// <returns>False when the chip does not acknowledge; then it has seen nothing.</returns>
    bool Write(long uptimeUs, ReadOnlySpan<byte> bytes);

    /// <summary>The master addressed the chip to read, from start to stop, and takes the whole buffer.</summary>
    /// <returns>False when the chip does not acknowledge; then the buffer is as it was.</returns>
    bool Read(long uptimeUs, Span<byte> buffer);
}
