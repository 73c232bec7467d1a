namespace UlmEdge.Core.Configuration
{
    /// <summary>A stable name for a board that was given none, in which its factory id cannot be read.</summary>
    /// <remarks>
    /// It keeps a MAC address out of topics and logs. It is no secret: who knows a board's MAC address can compute it.
    /// </remarks>
    public static class Pseudonym
    {
        /// <summary>Twelve hexadecimal digits from a factory id: FNV-1a over 64 bits, folded to 48.</summary>
        public static string Of(byte[] factoryId)
        {
            ulong hash = 14695981039346656037;
            for (int round = 0; round < 2; round++)
            {
                for (int i = 0; i < factoryId.Length; i++)
                {
                    hash = (hash ^ factoryId[i]) * 1099511628211;
                }
            }

            hash ^= hash >> 48;
            string text = string.Empty;
            for (int i = 0; i < 12; i++)
            {
                text = "0123456789abcdef"[(int)(long)(hash & 15)] + text;
                hash >>= 4;
            }

            return text;
        }
    }
}
