namespace UlmEdge.Decoder;

/// <summary>The bit stream of a compact batch, most significant bit first.</summary>
internal ref struct CompactBits(ReadOnlySpan<byte> bytes)
{
    private const int EscapeOnes = 20;
    private const int AllZero = 31;

    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _position;

    /// <summary>The signed number that was written as 0, -1, 1, -2 … to 0, 1, 2, 3 …</summary>
    public static int Signed(uint code) => (int)(code >> 1) ^ -(int)(code & 1);

    /// <summary>Reads a number of so many bits, 0 to 32.</summary>
    public uint Read(int count)
    {
        if (count > (8 * _bytes.Length) - _position)
        {
            throw new DecodeException("the compact batch ends in the middle");
        }

        uint value = 0;
        for (; count > 0; count--, _position++)
        {
            value = (value << 1) | ((uint)_bytes[_position / 8] >> (7 - (_position % 8)) & 1);
        }

        return value;
    }

    /// <summary>Reads groups of seven bits, least significant first; the top bit says that more follow.</summary>
    public uint ReadVarint()
    {
        ulong value = 0;
        for (int shift = 0; shift < 35; shift += 7)
        {
            uint group = Read(8);
            value |= (ulong)(group & 0x7F) << shift;
            if (group < 0x80 && value <= uint.MaxValue)
            {
                return (uint)value;
            }
        }

        throw new DecodeException("a number of the compact batch is longer than 32 bits");
    }

    /// <summary>Reads a Rice column.</summary>
    public void ReadRice(scoped Span<int> numbers)
    {
        int parameter = (int)Read(5);
        numbers.Clear();
        for (int i = 0; parameter != AllZero && i < numbers.Length; i++)
        {
            numbers[i] = Signed(ReadRiceNumber(parameter));
        }
    }

    /// <summary>All was read.</summary>
    /// <exception cref="DecodeException">There are bytes left over.</exception>
    public readonly void Finish()
    {
        int left = _bytes.Length - ((_position + 7) / 8);
        if (left > 0)
        {
            throw new DecodeException($"{left} bytes of the compact batch are left over");
        }
    }

    private uint ReadRiceNumber(int parameter)
    {
        uint quotient = 0;
        while (quotient < EscapeOnes && Read(1) == 1)
        {
            quotient++;
        }

        return quotient == EscapeOnes ? Read(32) : (quotient << parameter) | Read(parameter);
    }
}
