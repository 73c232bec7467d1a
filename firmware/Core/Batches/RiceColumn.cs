namespace UlmEdge.Core.Batches
{
    /// <summary>A column of small signed numbers as Rice codes: quotient in ones, then k bits of remainder.</summary>
    /// <remarks>
    /// Rice (1979) codes are within a fraction of a bit of the best for the two-sided geometric differences that weather
    /// makes, and need no tables. k is chosen per column. The wire form of a column's numbers:
    /// <code>
    ///   k (5 bits) │ for each number u = zigzag(v):
    ///              │   q = u >> k &lt; 20: q ones, a zero, k bits      else: 20 ones, u in 32 bits
    ///   k = 31     │ nothing: all numbers are 0
    /// </code>
    /// </remarks>
    public static class RiceColumn
    {
        private const int EscapeOnes = 20;
        private const int AllZero = 31;
        private const int ParameterBits = 5;
        private const int ParameterMax = 30;

        /// <summary>Writes the first <paramref name="count"/> numbers.</summary>
        public static void Write(BitWriter writer, int[] numbers, int count)
        {
            int k = BestParameter(numbers, count);
            writer.Write((uint)k, ParameterBits);
            for (int i = 0; k != AllZero && i < count; i++)
            {
                WriteNumber(writer, ZigZag(numbers[i]), k);
            }
        }

        /// <summary>Reads <paramref name="count"/> numbers.</summary>
        public static void Read(BitReader reader, int[] numbers, int count)
        {
            int k = (int)(long)reader.Read(ParameterBits);
            for (int i = 0; i < count; i++)
            {
                numbers[i] = k == AllZero ? 0 : ZagZig(ReadNumber(reader, k));
            }
        }

        /// <summary>0, -1, 1, -2 … to 0, 1, 2, 3 …</summary>
        public static uint ZigZag(int number)
        {
            return (uint)((number << 1) ^ (number >> 31));
        }

        /// <summary>The inverse of <see cref="ZigZag"/>.</summary>
        public static int ZagZig(uint code)
        {
            // Through long: nanoCLR keeps the unsigned tag of a uint that is cast to int directly.
            int half = (int)(long)(code >> 1);
            return (code & 1) == 0 ? half : -1 - half;
        }

        private static void WriteNumber(BitWriter writer, uint code, int k)
        {
            uint quotient = code >> k;
            if (quotient >= EscapeOnes)
            {
                writer.Write(0xFFFFF, EscapeOnes);
                writer.Write(code, 32);
                return;
            }

            for (uint i = 0; i < quotient; i++)
            {
                writer.Write(1, 1);
            }

            writer.Write(0, 1);
            writer.Write(code, k);
        }

        private static uint ReadNumber(BitReader reader, int k)
        {
            uint quotient = 0;
            while (quotient < EscapeOnes && reader.Read(1) == 1)
            {
                quotient++;
            }

            return quotient == EscapeOnes ? reader.Read(32) : (quotient << k) | reader.Read(k);
        }

        // The best k is about the mean's bit length, or well below it when one outlier, escaped, makes the mean.
        private static int BestParameter(int[] numbers, int count)
        {
            ulong sum = 0;
            for (int i = 0; i < count; i++)
            {
                sum += ZigZag(numbers[i]);
            }

            if (sum == 0)
            {
                return AllZero;
            }

            int middle = 0;
            for (ulong mean = sum / (ulong)count; mean > 1; mean >>= 1)
            {
                middle++;
            }

            int best = 0;
            int bestBits = int.MaxValue;
            for (int k = 0; k <= middle + 1 && k <= ParameterMax; k++)
            {
                int bits = BitsOf(numbers, count, k);
                if (bits < bestBits)
                {
                    best = k;
                    bestBits = bits;
                }
            }

            return best;
        }

        private static int BitsOf(int[] numbers, int count, int k)
        {
            int bits = 0;
            for (int i = 0; i < count; i++)
            {
                uint quotient = ZigZag(numbers[i]) >> k;
                bits += quotient >= EscapeOnes ? EscapeOnes + 32 : (int)(long)quotient + 1 + k;
            }

            return bits;
        }
    }
}
