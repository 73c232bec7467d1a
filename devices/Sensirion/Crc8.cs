namespace UlmEdge.Devices.Sensirion
{
    /// <summary>The checksum behind each word of Sensirion's protocol: polynomial 0x31, begun with 0xFF; of BE EF it is 0x92.</summary>
    public static class Crc8
    {
        private const int Polynomial = 0x31;

        /// <summary>The checksum of two bytes.</summary>
        public static byte Of(byte high, byte low)
        {
            return (byte)Shifted(Shifted(0xFF ^ high) ^ low);
        }

        private static int Shifted(int crc)
        {
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 0x80) != 0 ? ((crc << 1) ^ Polynomial) & 0xFF : crc << 1;
            }

            return crc;
        }
    }
}
