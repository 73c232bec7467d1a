using UlmEdge.Ports;

namespace UlmEdge.Devices.Scd4x
{
    /// <summary>From the chip's words to integers in named units (SCD4x datasheet section 3.5.2).</summary>
    public static class Scd4xConversion
    {
        private const long Full = 65_535;
        private const int PpmMax = 40_000;

        // Datasheet table 3: what the chip measures, and where it works at all.
        private const int CentiDegreesMin = -1_000;
        private const int CentiDegreesMax = 6_000;

        /// <summary>Parts per million; the chip's output range is 0 to 40,000 ppm, and air has never less than some 200.</summary>
        public static Reading CarbonDioxide(int word)
        {
            return word == 0 ? Reading.Missing(Absence.Implausible)
                : word > PpmMax ? Reading.Missing(Absence.OutOfRange)
                : Reading.Of(word);
        }

        /// <summary>Centi-degrees Celsius: −45 + 175 × word / 65535.</summary>
        public static Reading Temperature(int word)
        {
            int value = (int)(((17_500L * word) + (Full / 2)) / Full) - 4_500;
            return value < CentiDegreesMin || value > CentiDegreesMax ? Reading.Missing(Absence.OutOfRange) : Reading.Of(value);
        }

        /// <summary>Hundredths of a per cent: 100 × word / 65535.</summary>
        public static Reading Humidity(int word)
        {
            return Reading.Of((int)(((10_000L * word) + (Full / 2)) / Full));
        }
    }
}
