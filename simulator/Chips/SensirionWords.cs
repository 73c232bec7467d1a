namespace UlmEdge.Simulator.Chips;

/// <summary>Words on the wire: two bytes, the greater first, and the CRC-8 of them (polynomial 0x31, begun with 0xFF).</summary>
internal static class SensirionWords
{
    private static readonly byte[] Table = [.. Enumerable.Range(0, 256).Select(Step)];

    /// <summary>Words as bytes.</summary>
    public static byte[] Of(params ReadOnlySpan<ushort> words)
    {
        byte[] bytes = new byte[3 * words.Length];
        for (int i = 0; i < words.Length; i++)
        {
            bytes[3 * i] = (byte)(words[i] >> 8);
            bytes[(3 * i) + 1] = (byte)words[i];
            bytes[(3 * i) + 2] = Checksum(bytes.AsSpan(3 * i, 2));
        }

        return bytes;
    }

    /// <summary>The words of floats, the greater half first.</summary>
    public static ushort[] OfFloats(params ReadOnlySpan<double> numbers)
    {
        List<ushort> words = [];
        foreach (double number in numbers)
        {
            uint bits = BitConverter.SingleToUInt32Bits((float)number);
            words.AddRange([(ushort)(bits >> 16), (ushort)bits]);
        }

        return [.. words];
    }

    /// <summary>The words of a text, filled up with zeros.</summary>
    public static ushort[] OfText(string text, int words) =>
        [.. Enumerable.Range(0, words).Select(i => (ushort)((At(text, 2 * i) << 8) | At(text, (2 * i) + 1)))];

    /// <summary>The checksum of bytes.</summary>
    public static byte Checksum(ReadOnlySpan<byte> bytes)
    {
        byte crc = 0xFF;
        foreach (byte value in bytes)
        {
            crc = Table[crc ^ value];
        }

        return crc;
    }

    private static int At(string text, int index) => index < text.Length ? text[index] : 0;

    private static byte Step(int value)
    {
        for (int bit = 0; bit < 8; bit++)
        {
            value = (value << 1) ^ ((value & 0x80) != 0 ? 0x131 : 0);
        }

        return (byte)value;
    }
}
