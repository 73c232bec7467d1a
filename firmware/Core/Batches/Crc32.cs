namespace UlmEdge.Core.Batches
{
    /// <summary>CRC-32 as in IEEE 802.3 and zlib: polynomial 0x04C11DB7, reflected; "123456789" gives 0xCBF43926.</summary>
    /// <remarks>
    /// Four bits a step: 64 bytes of table instead of 1 kB. The platform has a native one, but the core knows nothing
    /// but mscorlib, and a batch is some sixty bytes.
    /// </remarks>
    public static class Crc32
    {
        private static readonly uint[] Table =
        {
            0x00000000, 0x1DB71064, 0x3B6E20C8, 0x26D930AC, 0x76DC4190, 0x6B6B51F4, 0x4DB26158, 0x5005713C,
            0xEDB88320, 0xF00F9344, 0xD6D6A3E8, 0xCB61B38C, 0x9B64C2B0, 0x86D3D2D4, 0xA00AE278, 0xBDBDF21C,
        };

        /// <summary>The checksum of a part of a buffer.</summary>
        public static uint Compute(byte[] buffer, int offset, int length)
        {
            uint crc = 0xFFFFFFFF;
            for (int i = offset; i < offset + length; i++)
            {
                crc ^= buffer[i];
                crc = (crc >> 4) ^ Table[crc & 15];
                crc = (crc >> 4) ^ Table[crc & 15];
            }

            return ~crc;
        }
    }
}
