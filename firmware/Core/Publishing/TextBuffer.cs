namespace UlmEdge.Core.Publishing
{
    /// <summary>ASCII text in a buffer that is allocated once: on the device every string would be garbage.</summary>
    public sealed class TextBuffer : ByteBuffer
    {
        private readonly byte[] _digits = new byte[20];

        /// <summary>A buffer of a fixed size.</summary>
        public TextBuffer(int bytesMax)
            : base(bytesMax)
        {
        }

        /// <summary>A buffer in memory that is another one's as well: only one of them holds a message at a time.</summary>
        public TextBuffer(byte[] bytes)
            : base(bytes)
        {
        }

        /// <summary>Adds a whole number.</summary>
        public void AppendInteger(long number)
        {
            AppendDecimal(number, 0);
        }

        /// <summary>Adds number × 10^-decimals, without trailing zeros after the point: 2140 with 2 gives 21.4.</summary>
        public void AppendDecimal(long number, int decimals)
        {
            while (decimals > 0 && number % 10 == 0)
            {
                number /= 10;
                decimals--;
            }

            if (number < 0)
            {
                Append((byte)'-');
            }

            int count = 0;
            while (number != 0 || count <= decimals)
            {
                long digit = number % 10;
                _digits[count++] = (byte)('0' + (digit < 0 ? -digit : digit));
                number /= 10;
            }

            while (count > 0)
            {
                Append(_digits[--count]);
                if (count == decimals && count > 0)
                {
                    Append((byte)'.');
                }
            }
        }
    }
}
