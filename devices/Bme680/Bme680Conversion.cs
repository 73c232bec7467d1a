using UlmEdge.Ports;

namespace UlmEdge.Devices.Bme680
{
    /// <summary>From codes to integers in named units (datasheet section 3.3, floating point); here floating point ends.</summary>
    /// <remarks>The datasheet's integer formulas are up to 8 Pa and 0.06 %RH beside these.</remarks>
    public static class Bme680Conversion
    {
        // What the gas ranges' amplifiers are beside their nominal gain, in per cent (datasheet table 16).
        private static readonly double[] GainError = { 0, 0, 0, 0, 0, -1, 0, -0.8, 0, 0, -0.2, -0.5, 0, -1, 0, 0 };
        private static readonly double[] ResistorError = { 0, 0, 0, 0, 0.1, 0.7, 0, -0.8, -0.1, 0, 0, 0, 0, 0, 0, 0 };

        /// <summary>Temperature in 1/5120 °C, which the formulas for pressure and humidity need.</summary>
        public static double FineTemperature(Bme680Calibration part, int code)
        {
            double linear = ((code / 16_384.0) - (part.T1 / 1_024.0)) * part.T2;
            double offset = (code / 131_072.0) - (part.T1 / 8_192.0);
            return linear + (offset * offset * part.T3 * 16);
        }

        /// <summary>Centi-degrees Celsius; the chip measures −40 to 85 °C (datasheet table 2).</summary>
        public static Reading Temperature(double fineTemperature)
        {
            return Rounded(fineTemperature / 51.2, -4_000, 8_500);
        }

        /// <summary>Pascal; the chip measures 300 to 1100 hPa (datasheet table 4).</summary>
        public static Reading Pressure(Bme680Calibration part, double fineTemperature, int code)
        {
            double warmth = (fineTemperature / 2) - 64_000;
            double offset = (warmth * warmth * part.P6 / 131_072) + (warmth * part.P5 * 2);
            offset = (offset / 4) + (part.P4 * 65_536.0);
            double slope = ((part.P3 * warmth * warmth / 16_384) + (part.P2 * warmth)) / 524_288;
            slope = (1 + (slope / 32_768)) * part.P1;
            if (double.IsNaN(slope) || slope == 0)
            {
                return Reading.Missing(Absence.OutOfRange); // Dividing by zero throws on this platform.
            }

            double pascal = (1_048_576 - code - (offset / 4_096)) * 6_250 / slope;
            double square = part.P9 * pascal * pascal / 2_147_483_648.0;
            double linear = pascal * part.P8 / 32_768;
            double share = pascal / 256;
            double cube = share * share * share * part.P10 / 131_072;
            return Rounded(pascal + ((square + linear + cube + (part.P7 * 128.0)) / 16), 30_000, 110_000);
        }

        /// <summary>Hundredths of a per cent; what lies beyond 0 or 100 counts as these.</summary>
        public static Reading Humidity(Bme680Calibration part, double fineTemperature, int code)
        {
            double celsius = fineTemperature / 5_120;
            double dry = code - ((part.H1 * 16.0) + (part.H3 / 2.0 * celsius));
            double warmth = 1 + (part.H4 / 16_384.0 * celsius) + (part.H5 / 1_048_576.0 * celsius * celsius);
            double percent = dry * part.H2 / 262_144 * warmth;
            percent += ((part.H6 / 16_384.0) + (part.H7 / 2_097_152.0 * celsius)) * percent * percent;
            if (double.IsNaN(percent))
            {
                return Reading.Missing(Absence.OutOfRange);
            }

            return Rounded((percent < 0 ? 0 : percent > 100 ? 100 : percent) * 100, 0, 10_000);
        }

        /// <summary>Ohm.</summary>
        /// <param name="part">Calibration.</param>
        /// <param name="code">0 to 1023.</param>
        /// <param name="range">0 to 15: the greater, the smaller the resistance.</param>
        public static Reading GasResistance(Bme680Calibration part, int code, int range)
        {
            double gain = (1_340.0 + (5.0 * part.RangeError)) * (1 + (GainError[range] / 100));
            double share = ((code - 512) / gain) + 1; // 0.6 to 1.4
            double siemens = (1 + (ResistorError[range] / 100)) * 0.000000125 * (1 << range) * share;
            return Rounded(1 / siemens, 1, 20_000_000);
        }

        /// <summary>What the heater's register must hold so that the plate gets hot (datasheet section 3.3.5).</summary>
        public static byte HeaterTarget(Bme680Calibration part, int plateCelsius, int airCelsius)
        {
            double slope = (part.G2 / 32_768.0 * 0.0005) + 0.00235;
            double plate = ((part.G1 / 16.0) + 49) * (1 + (slope * plateCelsius));
            double air = part.G3 / 1_024.0 * airCelsius;
            double ratio = (plate + air) * 4 / (4 + part.HeaterRange) / (1 + (part.HeaterCorrection * 0.002));
            double code = (3.4 * (ratio - 25)) + 0.5;
            return (byte)(double.IsNaN(code) || code < 0 ? 0 : code > 255 ? 255 : (int)code);
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
