namespace UlmEdge.Devices.Bme680
{
    /// <summary>What the factory found out about one part (datasheet tables 11 to 14), as it lies in the registers.</summary>
    public sealed class Bme680Calibration
    {
        /// <summary>Bytes from 0x8A.</summary>
        public const int Bytes1 = 23;

        /// <summary>Bytes from 0xE1.</summary>
        public const int Bytes2 = 14;

        /// <summary>Bytes from 0x00.</summary>
        public const int BytesOfHeater = 5;

        /// <summary>From the three blocks of registers.</summary>
        /// <param name="low">From 0x8A.</param>
        /// <param name="high">From 0xE1.</param>
        /// <param name="heater">From 0x00.</param>
        public Bme680Calibration(byte[] low, byte[] high, byte[] heater)
        {
            T1 = Unsigned(high, 8);
            T2 = Signed(low, 0);
            T3 = Signed(low[2]);
            P1 = Unsigned(low, 4);
            P2 = Signed(low, 6);
            P3 = Signed(low[8]);
            P4 = Signed(low, 10);
            P5 = Signed(low, 12);
            P7 = Signed(low[14]);
            P6 = Signed(low[15]);
            P8 = Signed(low, 18);
            P9 = Signed(low, 20);
            P10 = low[22];
            H2 = (high[0] << 4) | (high[1] >> 4); // The nibbles of 0xE2 belong to both.
            H1 = (high[2] << 4) | (high[1] & 0x0F);
            H3 = Signed(high[3]);
            H4 = Signed(high[4]);
            H5 = Signed(high[5]);
            H6 = high[6];
            H7 = Signed(high[7]);
            G2 = Signed(high, 10);
            G1 = Signed(high[12]);
            G3 = Signed(high[13]);
            HeaterCorrection = Signed(heater[0]);
            HeaterRange = (heater[2] >> 4) & 0x03;
            RangeError = Signed(heater[4]) >> 4;
        }

        /// <summary>par_t1.</summary>
        public int T1 { get; }

        /// <summary>par_t2.</summary>
        public int T2 { get; }

        /// <summary>par_t3.</summary>
        public int T3 { get; }

        /// <summary>par_p1.</summary>
        public int P1 { get; }

        /// <summary>par_p2.</summary>
        public int P2 { get; }

        /// <summary>par_p3.</summary>
        public int P3 { get; }

        /// <summary>par_p4.</summary>
        public int P4 { get; }

        /// <summary>par_p5.</summary>
        public int P5 { get; }

        /// <summary>par_p6.</summary>
        public int P6 { get; }

        /// <summary>par_p7.</summary>
        public int P7 { get; }

        /// <summary>par_p8.</summary>
        public int P8 { get; }

        /// <summary>par_p9.</summary>
        public int P9 { get; }

        /// <summary>par_p10.</summary>
        public int P10 { get; }

        /// <summary>par_h1.</summary>
        public int H1 { get; }

        /// <summary>par_h2.</summary>
        public int H2 { get; }

        /// <summary>par_h3.</summary>
        public int H3 { get; }

        /// <summary>par_h4.</summary>
        public int H4 { get; }

        /// <summary>par_h5.</summary>
        public int H5 { get; }

        /// <summary>par_h6.</summary>
        public int H6 { get; }

        /// <summary>par_h7.</summary>
        public int H7 { get; }

        /// <summary>par_g1.</summary>
        public int G1 { get; }

        /// <summary>par_g2.</summary>
        public int G2 { get; }

        /// <summary>par_g3.</summary>
        public int G3 { get; }

        /// <summary>res_heat_val.</summary>
        public int HeaterCorrection { get; }

        /// <summary>res_heat_range.</summary>
        public int HeaterRange { get; }

        /// <summary>range_switching_error.</summary>
        public int RangeError { get; }

        private static int Unsigned(byte[] bytes, int at)
        {
            return bytes[at] | (bytes[at + 1] << 8);
        }

        private static int Signed(byte[] bytes, int at)
        {
            int value = Unsigned(bytes, at);
            return value < 0x8000 ? value : value - 0x10000;
        }

        private static int Signed(byte value)
        {
            return value < 0x80 ? value : value - 0x100;
        }
    }
}
