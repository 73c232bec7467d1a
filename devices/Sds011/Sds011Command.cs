namespace UlmEdge.Devices.Sds011
{
    /// <summary>Commands of nineteen bytes (SDS011 protocol 1.3).</summary>
    public static class Sds011Command
    {
        private const int Length = 19;

        /// <summary>Work: fan and laser run.</summary>
        public static byte[] Work()
        {
            return Of(6, 1, 1);
        }

        /// <summary>Sleep: neither fan nor laser runs.</summary>
        public static byte[] Sleep()
        {
            return Of(6, 1, 0);
        }

        /// <summary>Send values every second without being asked.</summary>
        public static byte[] ReportActively()
        {
            return Of(2, 1, 0);
        }

        private static byte[] Of(byte command, byte set, byte value)
        {
            byte[] bytes = new byte[Length];
            bytes[0] = 0xAA;
            bytes[1] = 0xB4;
            bytes[2] = command;
            bytes[3] = set;
            bytes[4] = value;
            bytes[15] = 0xFF; // To whatever sensor hears it.
            bytes[16] = 0xFF;
            int sum = 0;
            for (int i = 2; i < 17; i++)
            {
                sum += bytes[i];
            }

            bytes[17] = (byte)sum;
            bytes[18] = 0xAB;
            return bytes;
        }
    }
}
