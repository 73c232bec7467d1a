namespace UlmEdge.Tests.Simulation;

/// <summary>256 registers that take and give anything: the driver's traffic is what matters, not the chip.</summary>
internal sealed class FakeChip
{
    private byte _pointer;

    public byte[] Registers { get; } = new byte[256];

    /// <summary>Every transfer: <c>w D0</c>, <c>r 60</c>.</summary>
    public List<string> Traffic { get; } = [];

    public void Transfer(ReadOnlySpan<byte> write, Span<byte> read)
    {
        if (!write.IsEmpty)
        {
            Traffic.Add("w " + Convert.ToHexString(write));
            _pointer = write[0];
            for (int i = 1; i < write.Length; i++)
            {
                Registers[_pointer++] = write[i];
            }
        }

        if (!read.IsEmpty)
        {
            for (int i = 0; i < read.Length; i++)
            {
                read[i] = Registers[_pointer++];
            }

            Traffic.Add("r " + Convert.ToHexString(read));
        }
    }

    /// <summary>Sets registers from hexadecimal digits.</summary>
    public void Set(byte register, string hex) =>
        Convert.FromHexString(hex.Replace(" ", "")).CopyTo(Registers, register);
}
