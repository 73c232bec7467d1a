namespace UlmEdge.Devices.Ds18b20
{
    /// <summary>The checksum of 1-Wire: x⁸ + x⁵ + x⁴ + 1, least bit first (Maxim application note 27).</summary>
    public static class OneWireCrc
    {
        private const int Polynomial = 0x8C;

        /// <summary>The checksum of the first bytes; with their own checksum behind them it is 0.</summary>
        public static byte Of(byte[] bytes, int count)
        {
            int crc = 0;
            for (int i = 0; i < count; i++)
            {
                crc ^= bytes[i];
                for (int bit = 0; bit < 8; bit++)
                {
                    crc = (crc & 1) != 0 ? (crc >> 1) ^ Polynomial : crc >> 1;
                }
            }

            return (byte)crc;
        }
    }
}
