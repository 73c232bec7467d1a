namespace UlmEdge.Core.Publishing
{
    /// <summary>CBOR (RFC 8949) in a buffer that is allocated once: definite lengths and, throughout, the shortest form.</summary>
    public sealed class CborBuffer : ByteBuffer
    {
        private const int SizeCodes = 24; // 24 to 27 say that 1, 2, 4 or 8 bytes follow.
        private const int TextType = 3;
        private const int ArrayType = 4;
        private const int MapType = 5;
        private const int SimpleType = 7;

        private readonly ShortestFloat _float = new ShortestFloat();

        /// <summary>A buffer of a fixed size.</summary>
        public CborBuffer(int bytesMax)
            : base(bytesMax)
        {
        }

        /// <summary>Begins an array of so many items.</summary>
        public void AppendArray(int items)
        {
            AppendHead(ArrayType, items);
        }

        /// <summary>Begins a map of so many pairs.</summary>
        public void AppendMap(int pairs)
        {
            AppendHead(MapType, pairs);
        }

        /// <summary>Begins a text of so many ASCII characters, which follow by <c>Append</c>.</summary>
        public void AppendText(int characters)
        {
            AppendHead(TextType, characters);
        }

        /// <summary>Adds an ASCII text.</summary>
        public void AppendText(string text)
        {
            AppendText(text.Length);
            Append(text);
        }

        /// <summary>Adds a whole number.</summary>
        public void AppendInteger(long number)
        {
            AppendHead(number < 0 ? 1 : 0, number < 0 ? -1 - number : number);
        }

        /// <summary>Adds number × 10^-decimals: as an integer if it is whole, else as the <see cref="ShortestFloat"/>.</summary>
        /// <param name="number">From -2^31 to 2^31.</param>
        /// <param name="decimals">From 0 to 6.</param>
        public void AppendDecimal(long number, int decimals)
        {
            long divisor = 1;
            for (int i = 0; i < decimals; i++)
            {
                divisor *= 10;
            }

            if (number % divisor == 0)
            {
                AppendInteger(number / divisor);
                return;
            }

            _float.Become(number, divisor);
            int sizeCode = _float.Bytes == 2 ? 1 : _float.Bytes == 4 ? 2 : 3;
            Append((byte)((SimpleType << 5) + SizeCodes + sizeCode));
            AppendBigEndian(_float.Bits, _float.Bytes);
        }

        // RFC 8949 section 3: three bits of type, five of argument, or of the argument's length.
        private void AppendHead(int type, long argument)
        {
            if (argument < SizeCodes)
            {
                Append((byte)((type << 5) + (int)argument));
                return;
            }

            int sizeCode = argument <= 0xFF ? 0 : argument <= 0xFFFF ? 1 : argument <= 0xFFFFFFFFL ? 2 : 3;
            Append((byte)((type << 5) + SizeCodes + sizeCode));
            AppendBigEndian(argument, 1 << sizeCode);
        }

        private void AppendBigEndian(long number, int bytes)
        {
            for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
            {
                Append((byte)((number >> shift) & 0xFF));
            }
        }
    }
}
