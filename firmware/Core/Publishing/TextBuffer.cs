namespace UlmEdge.Core.Publishing
{
    /// <summary>ASCII text in a buffer that is allocated once: on the device every string would be garbage.</summary>
    public sealed class TextBuffer
    {
        private readonly byte[] _digits = new byte[20];

        /// <summary>A buffer of a fixed size.</summary>
        public TextBuffer(int bytesMax)
        {
            Bytes = new byte[bytesMax];
        }

        /// <summary>The text, from the start.</summary>
        public byte[] Bytes { get; }

        /// <summary>Bytes of text.</summary>
        public int Length { get; private set; }

        /// <summary>Whether something did not fit; then the text is worthless.</summary>
        public bool Overflowed { get; private set; }

        /// <summary>Empties the buffer.</summary>
        public void Clear()
        {
            Length = 0;
            Overflowed = false;
        }

        /// <summary>Adds text; characters beyond ASCII are not for here.</summary>
        public void Append(string text)
        {
            for (int i = 0; i < text.Length; i++)
            {
                Append((byte)text[i]);
            }
        }

        /// <summary>Adds one character.</summary>
        public void Append(byte character)
        {
            if (Length == Bytes.Length)
            {
                Overflowed = true;
                return;
            }

            Bytes[Length++] = character;
        }

        /// <summary>Adds a whole number.</summary>
        public void Append(long number)
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

        /// <summary>A copy of the text in an array of its own size, as M2Mqtt wants it.</summary>
        public byte[] ToArray()
        {
            byte[] copy = new byte[Length];
            System.Array.Copy(Bytes, copy, Length);
            return copy;
        }
    }
}
