using UlmEdge.Ports;

namespace UlmEdge.Devices.Sht4x
{
    /// <summary>From the chip's words to integers in named units (SHT4x datasheet section 4.6).</summary>
    public static class Sht4xConversion
    {
        private const long Full = 65_535;

        // Datasheet table 2: what the chip measures; the formula goes on to −45 and 130 °C, which are words of zeros and of ones.
        private const int CentiDegreesMin = -4_000;
        private const int CentiDegreesMax = 12_500;

        /// <summary>Centi-degrees Celsius: −45 + 175 × word / 65535.</summary>
        public static Reading Temperature(int word)
        {
            int value = (int)(((17_500L * word) + (Full / 2)) / Full) - 4_500;
            return value < CentiDegreesMin || value > CentiDegreesMax ? Reading.Missing(Absence.OutOfRange) : Reading.Of(value);
        }

        /// <summary>Hundredths of a per cent: −6 + 125 × word / 65535; what lies a little beyond 0 or 100 counts as these.</summary>
        public static Reading Humidity(int word)
        {
            int value = (int)(((12_500L * word) + (Full / 2)) / Full) - 600;
            return Reading.Of(value < 0 ? 0 : value > 10_000 ? 10_000 : value);
        }
    }
}
