namespace UlmEdge.Simulator.Chips;

/// <summary>Bytes that a chip sends without a pause: eight data bits, no parity, one stop bit.</summary>
/// <param name="StartUs">When the first bit leaves, in microseconds since the supply came on.</param>
/// <param name="BaudRate">Bits a second.</param>
/// <param name="Bytes">The bytes.</param>
public readonly record struct SerialFrame(long StartUs, int BaudRate, byte[] Bytes)
{
    private const long BitsPerByte = 10;

    /// <summary>When a byte has arrived.</summary>
    public long ArrivalUs(int index) => StartUs + ((index + 1) * BitsPerByte * 1_000_000 / BaudRate);
}
