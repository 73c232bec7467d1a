using UlmEdge.Ports;

namespace UlmEdge.Core.Plausibility
{
    /// <summary>What is plausible for each quantity in a street of Central Europe, in the units of <see cref="Quantity"/>.</summary>
    /// <remarks>
    /// Wider than anything measured there: a doubtful value is flagged, never withheld, yet a flag that is mostly wrong is
    /// soon ignored. Temperature: -37.8 °C (Hüll, 1929) to 41.2 °C (Duisburg, 2019), and a housing in the sun. Steps: WMO-No. 8,
    /// volume III, annex 1.C lets a minute's mean change by 3 °C, 10 %, 0.5 hPa; a street with sun and showers does more.
    /// Three months of a real station's readings, on which these numbers were tried, are in tests/README.md.
    /// </remarks>
    public static class PlausibleValues
    {
        /// <summary>Least value.</summary>
        public static int LeastOf(Quantity quantity)
        {
            switch (quantity)
            {
                case Quantity.Temperature: return -3_800;
                case Quantity.RelativeHumidity: return 300;
                case Quantity.Pressure: return 86_000;
                case Quantity.CarbonDioxide: return 350;
                case Quantity.GasResistance: return 500;
                case Quantity.SoundLevel:
                case Quantity.SoundLevelMin:
                case Quantity.SoundLevelMax: return 200;
                case Quantity.BatteryVoltage: return 2_500;
                default: return 0;
            }
        }

        /// <summary>Greatest value.</summary>
        public static int MostOf(Quantity quantity)
        {
            switch (quantity)
            {
                case Quantity.Temperature: return 5_000;
                case Quantity.RelativeHumidity: return 10_000;
                case Quantity.Pressure: return 108_000;
                case Quantity.Pm1:
                case Quantity.Pm25:
                case Quantity.Pm4: return 5_000;
                case Quantity.Pm10: return 9_000; // A single SDS011 ends at 999.9 µg/m³.
                case Quantity.CarbonDioxide: return 3_000;
                case Quantity.SoundLevel:
                case Quantity.SoundLevelMin:
                case Quantity.SoundLevelMax: return 1_200;
                case Quantity.Rain: return 30_000;
                case Quantity.WindSpeed: return 4_500;
                case Quantity.WindGust: return 7_000;
                case Quantity.BatteryVoltage: return 16_000;
                default: return int.MaxValue;
            }
        }

        /// <summary>A step from one reading to the next that is plausible however short the time, or 0 where any step is.</summary>
        public static int StepOf(Quantity quantity)
        {
            switch (quantity)
            {
                case Quantity.Temperature: return 300;
                case Quantity.RelativeHumidity: return 2_500;
                case Quantity.Pressure: return 400;
                case Quantity.Pm1:
                case Quantity.Pm25:
                case Quantity.Pm4: return 1_500;
                case Quantity.Pm10: return 3_000;
                case Quantity.CarbonDioxide: return 500;
                case Quantity.BatteryVoltage: return 2_000;
                default: return 0;
            }
        }

        /// <summary>By how much more for every minute between them.</summary>
        public static int StepPerMinuteOf(Quantity quantity)
        {
            switch (quantity)
            {
                case Quantity.Temperature: return 50;
                case Quantity.RelativeHumidity: return 500;
                case Quantity.Pressure: return 60;
                case Quantity.Pm1:
                case Quantity.Pm25:
                case Quantity.Pm4:
                case Quantity.Pm10: return 500;
                case Quantity.CarbonDioxide: return 100;
                case Quantity.BatteryVoltage: return 100;
                default: return 0;
            }
        }

        /// <summary>
        /// For how many seconds a value can stay the same to its last digit, or 0 where it can for ever, as rain, wind and charge do.
        /// </summary>
        public static int SameSecondsOf(Quantity quantity)
        {
            switch (quantity)
            {
                case Quantity.Temperature: return 21_600; // A DS18B20 has steps of 0.06 °C: dull nights move less for hours.
                case Quantity.Pressure: return 7_200;
                case Quantity.RelativeHumidity: return 14_400;
                case Quantity.Pm1:
                case Quantity.Pm25:
                case Quantity.Pm4:
                case Quantity.Pm10: return 14_400;
                case Quantity.CarbonDioxide: return 3_600;
                case Quantity.GasResistance: return 3_600;
                case Quantity.SoundLevel: return 3_600;
                default: return 0;
            }
        }

        /// <summary>
        /// Whether a value is at an end of its scale where it may stay: saturated air, and air in which there is almost nothing to count.
        /// </summary>
        public static bool MayStay(Quantity quantity, int value)
        {
            return quantity == Quantity.RelativeHumidity ? value >= 9_500
                : quantity >= Quantity.Pm1 && quantity <= Quantity.Pm10 && value <= 30;
        }

        /// <summary>Seconds after its first value until a sensor is as exact as it will be; 0 if at once.</summary>
        /// <remarks>BME680: half an hour in use until the layer is burnt in; SEN5x datasheet, tables 3 and 4, for the indices.</remarks>
        public static int WarmUpSecondsOf(Quantity quantity)
        {
            switch (quantity)
            {
                case Quantity.GasResistance: return 1_800;
                case Quantity.VocIndex: return 3_600;
                case Quantity.NoxIndex: return 21_600;
                default: return 0;
            }
        }

        /// <summary>By how much two sensors of a board can differ, or 0 where that says nothing.</summary>
        public static int DifferenceOf(Quantity quantity)
        {
            switch (quantity)
            {
                case Quantity.Temperature: return 500;
                case Quantity.Pressure: return 500;
                default: return 0;
            }
        }
    }
}
