namespace UlmEdge.Core.Publishing
{
    /// <summary>A decimal number as the shortest IEEE 754 float that gives it back: of 16, 32 or 64 bits.</summary>
    /// <remarks>
    /// 16 bits if they hold exactly the number; else 32 bits if they, read as a double, times 10^decimals, rounded, are the
    /// number times 10^decimals; else 64 bits.
    /// It is made of integers, so that board and desk write the same bits whatever their floating point does. The number m / D
    /// (D = 10^decimals) is brought to the form numerator / denominator × 2^exponent with 1 ≤ numerator / denominator &lt; 2; for
    /// that only one of the two is doubled. The 24 bits of a single's mantissa are the quotient of numerator × 2^23 and
    /// denominator, rounded by its remainder; 29 bits more of the same division make a double's 53.
    /// Times D, what rounding takes or adds is rest × 2^-23 if the denominator was doubled: it must be below 1/2. If the
    /// numerator was, m / D is below 1, which a single holds to more than the six decimals that are allowed; and rest ≤ D &lt; 2^22.
    /// </remarks>
    public sealed class ShortestFloat
    {
        private const int SingleFractionBits = 23;
        private const int SingleBias = 127;
        private const int DoubleMoreBits = 29;
        private const int DoubleBias = 1023;
        private const int HalfLessBits = 13;
        private const int HalfBias = 15;

        /// <summary>The float's bits, the lowest of the number.</summary>
        public long Bits { get; private set; }

        /// <summary>The float's bytes: 2, 4 or 8.</summary>
        public int Bytes { get; private set; }

        /// <summary>Becomes number / divisor.</summary>
        /// <param name="number">From -2^31 to 2^31, no multiple of the divisor.</param>
        /// <param name="divisor">A power of ten, at most 10^6.</param>
        public void Become(long number, long divisor)
        {
            long numerator = number < 0 ? -number : number;
            int exponent = 0;
            for (; numerator >= divisor << 1; exponent++)
            {
                divisor <<= 1;
            }

            for (; numerator < divisor; exponent--)
            {
                numerator <<= 1;
            }

            Round(numerator << SingleFractionBits, divisor, exponent);
            if (number < 0)
            {
                Bits |= 1L << ((8 * Bytes) - 1);
            }
        }

        private void Round(long numerator, long denominator, int exponent)
        {
            long mantissa = numerator / denominator;
            long rest = numerator - (mantissa * denominator);

            // Exact in 11 bits and not whole: below 1,024, and a multiple of 2^-6 at least, so the exponent fits a half.
            if (rest == 0 && mantissa % (1 << HalfLessBits) == 0)
            {
                Pack(2, exponent + HalfBias, mantissa >> HalfLessBits, SingleFractionBits - HalfLessBits);
                return;
            }

            bool isUp = rest << 1 >= denominator;
            if ((isUp ? denominator - rest : rest) < 1L << (SingleFractionBits - 1))
            {
                Pack(4, exponent + SingleBias, isUp ? mantissa + 1 : mantissa, SingleFractionBits);
                return;
            }

            rest <<= DoubleMoreBits;
            long more = rest / denominator;
            rest -= more * denominator;
            mantissa = (mantissa << DoubleMoreBits) + more + (rest << 1 >= denominator ? 1 : 0);
            Pack(8, exponent + DoubleBias, mantissa, SingleFractionBits + DoubleMoreBits);
        }

        // The mantissa's first bit is left out: here it adds the 1 that the exponent is short of.
        private void Pack(int bytes, int exponent, long mantissa, int fractionBits)
        {
            Bytes = bytes;
            Bits = ((long)(exponent - 1) << fractionBits) + mantissa;
        }
    }
}
