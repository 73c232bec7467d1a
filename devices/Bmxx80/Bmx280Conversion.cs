using UlmEdge.Ports;

namespace UlmEdge.Devices.Bmxx80
{
    /// <summary>From the driver's floating point to integers in named units; here floating point ends.</summary>
    public static class Bmx280Conversion
    {
        /// <summary>Centi-degrees Celsius; the chip measures −40 to 85 °C (datasheet section 1, table 2).</summary>
        public static Reading Temperature(double degreesCelsius)
        {
            return Rounded(degreesCelsius * 100, -4_000, 8_500);
        }

        /// <summary>Hundredths of a per cent relative humidity; the driver has it end at 0 and 100.</summary>
        public static Reading Humidity(double percent)
        {
            return Rounded(percent * 100, 0, 10_000);
        }

        /// <summary>Pascal; the chip measures 300 to 1100 hPa (datasheet section 1, table 3).</summary>
        public static Reading Pressure(double pascals)
        {
            return Rounded(pascals, 30_000, 110_000);
        }

        // NaN first: on nanoCLR it compares as greater than everything.
        private static Reading Rounded(double value, int min, int max)
        {
            if (double.IsNaN(value) || value < min - 0.5 || value > max + 0.5)
            {
                return Reading.Missing(Absence.OutOfRange);
            }

            return Reading.Of((int)(value < 0 ? value - 0.5 : value + 0.5));
        }
    }
}
