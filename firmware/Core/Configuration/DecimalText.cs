namespace UlmEdge.Core.Configuration
{
    /// <summary>A decimal number as JSON writes it, read as a whole number of its last digits: exact, and without floating point.</summary>
    internal static class DecimalText
    {
        /// <summary>Reads a number that JSON allows.</summary>
        /// <param name="text">Its digits; without an exponent.</param>
        /// <param name="decimals">1 is taken as this many places after the point.</param>
        /// <param name="value">Takes the number times ten to the power of <paramref name="decimals"/>.</param>
        /// <returns>False if it has an exponent, more places, or more than fits.</returns>
        public static bool TryRead(string text, int decimals, out long value)
        {
            value = 0;
            bool isNegative = text.Length > 0 && text[0] == '-';
            int places = -1;
            for (int i = isNegative ? 1 : 0; i < text.Length; i++)
            {
                if (text[i] == '.')
                {
                    places = 0;
                    continue;
                }

                if (text[i] < '0' || text[i] > '9' || places >= decimals || value > int.MaxValue)
                {
                    return false;
                }

                value = (value * 10) + (text[i] - '0');
                places += places < 0 ? 0 : 1;
            }

            for (int i = places < 0 ? 0 : places; i < decimals; i++)
            {
                value *= 10;
            }

            value = isNegative ? -value : value;
            return true;
        }
    }
}
