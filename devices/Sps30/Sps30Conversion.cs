using System;

namespace UlmEdge.Devices.Sps30
{
    /// <summary>From the sensor's floats to tenths of a microgram per cubic metre; here floating point ends.</summary>
    public static class Sps30Conversion
    {
        /// <summary>What no float that can be true becomes.</summary>
        public const int Impossible = -1;

        // Datasheet table 1: 0 to 1000 µg/m³.
        private const float MicrogramsMax = 1_000;

        /// <summary>Tenths of a microgram of a single in four bytes, or <see cref="Impossible"/>.</summary>
        /// <param name="high">The first two bytes, the greatest first.</param>
        /// <param name="low">The last two bytes.</param>
        /// <param name="bytes">Four bytes of room.</param>
        public static int Tenths(int high, int low, byte[] bytes)
        {
            bytes[3] = (byte)(high >> 8);
            bytes[2] = (byte)high;
            bytes[1] = (byte)(low >> 8);
            bytes[0] = (byte)low;
            float micrograms = BitConverter.ToSingle(bytes, 0);

            // NaN first: on nanoCLR it compares as greater than everything.
            return float.IsNaN(micrograms) || micrograms < 0 || micrograms > MicrogramsMax ? Impossible : (int)((micrograms * 10) + 0.5f);
        }
    }
}
