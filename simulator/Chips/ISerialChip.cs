namespace UlmEdge.Simulator.Chips;

/// <summary>A virtual part at the end of a serial line, transcribed from its datasheet and strict about its use.</summary>
public interface ISerialChip : IVirtualChip
{
    /// <summary>The master sends bytes; also when nothing is plugged in, since a wire may lead them back.</summary>
    /// <param name="uptimeUs">When the first bit left.</param>
    /// <param name="baudRate">The master's rate.</param>
    /// <param name="bytes">The bytes.</param>
    void Receive(long uptimeUs, int baudRate, ReadOnlySpan<byte> bytes);

    /// <summary>What the chip has begun to send by a time, one frame a call, in the order of their beginnings.</summary>
    bool TrySend(long uptimeUs, out SerialFrame frame);
}
