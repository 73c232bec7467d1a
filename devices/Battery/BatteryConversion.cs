using UlmEdge.Ports;

namespace UlmEdge.Devices.Battery
{
    /// <summary>From the converter's codes to millivolts of a battery behind a divider that halves them.</summary>
    public static class BatteryConversion
    {
        /// <summary>Code of a converter at its end: the voltage is anywhere beyond.</summary>
        public const int CodeMax = 4_095;

        private const int Divider = 2;

        /// <summary>Battery millivolts at a code, to the nearest.</summary>
        /// <param name="code">0 to <see cref="CodeMax"/>.</param>
        /// <param name="slope">Millivolts at the pin for each code, in 1/65536 (ESP-IDF's esp_adc_cal keeps it so, too).</param>
        /// <param name="offsetMillivolts">Millivolts at the pin that code 0 stands for.</param>
        public static int Millivolts(int code, int slope, int offsetMillivolts)
        {
            return (int)(((Divider * (long)slope * code) + 32_768) >> 16) + (Divider * offsetMillivolts);
        }

        /// <summary>The median of sorted codes as a reading.</summary>
        /// <remarks>
        /// Code 0 is every voltage below the converter's line and the last code every one above: as the median they are no voltage.
        /// Where only single conversions ended there, the median counts but the line is not quiet.
        /// </remarks>
        public static Reading Voltage(int[] sorted, int slope, int offsetMillivolts)
        {
            int median = sorted[sorted.Length / 2];
            if (IsEnd(median))
            {
                return Reading.Missing(Absence.OutOfRange);
            }

            int millivolts = Millivolts(median, slope, offsetMillivolts);
            return IsEnd(sorted[0]) || IsEnd(sorted[sorted.Length - 1])
                ? Reading.Doubtful(millivolts, Quality.Signature)
                : Reading.Of(millivolts);
        }

        private static bool IsEnd(int code)
        {
            return code <= 0 || code >= CodeMax;
        }
    }
}
