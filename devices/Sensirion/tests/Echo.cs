using UlmEdge.Simulator.Chips;

namespace UlmEdge.Tests.Devices;

/// <summary>Something on the bus that takes whatever it is sent, and answers what the test wants.</summary>
internal sealed class Echo : II2cChip
{
    public byte[] Answer { get; set; } = [];

    public IReadOnlyList<ChipViolation> Violations => [];

    public bool Write(long uptimeUs, ReadOnlySpan<byte> bytes) => true;

    public bool Read(long uptimeUs, Span<byte> buffer)
    {
        Answer.CopyTo(buffer);
        return true;
    }
}
