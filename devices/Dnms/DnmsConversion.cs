using UlmEdge.Ports;

namespace UlmEdge.Devices.Dnms
{
    /// <summary>From the sensor's floats to tenths of a decibel; here floating point ends.</summary>
    public static class DnmsConversion
    {
        // Of the microphones in use (ICS-43434, IM72D128): from their own noise to where they distort.
        private const int TenthsMin = 250;
        private const int TenthsMax = 1_300;

        /// <summary>Tenths of a decibel of a single in four bytes, the greatest first.</summary>
        /// <param name="high">The first two bytes.</param>
        /// <param name="low">The last two bytes.</param>
        /// <param name="bytes">Four bytes of room.</param>
        public static Reading Level(int high, int low, byte[] bytes)
        {
            bytes[3] = (byte)(high >> 8);
            bytes[2] = (byte)high;
            bytes[1] = (byte)(low >> 8);
            bytes[0] = (byte)low;
            float decibels = System.BitConverter.ToSingle(bytes, 0);

            // NaN first: on nanoCLR it compares as greater than everything.
            if (float.IsNaN(decibels) || decibels < 0 || decibels > 200)
            {
                return Reading.Missing(Absence.Implausible);
            }

            int tenths = (int)((decibels * 10) + 0.5f);
            return tenths < TenthsMin || tenths > TenthsMax ? Reading.Missing(Absence.OutOfRange) : Reading.Of(tenths);
        }
    }
}
