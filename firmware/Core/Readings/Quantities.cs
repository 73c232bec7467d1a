using UlmEdge.Ports;

namespace UlmEdge.Core.Readings
{
    /// <summary>How each quantity is called on the wire, in which unit, and with how many decimals.</summary>
    /// <remarks>Names and units are part of the telemetry contract; units are SenML's (RFC 8428 section 12.1, RFC 8798).</remarks>
    public static class Quantities
    {
        /// <summary>Quantities known to this firmware: their numbers are 0 to Count - 1.</summary>
        public const int Count = 18;

        /// <summary>Largest number a quantity can ever have: it is a bit in a batch's channel mask.</summary>
        public const int NumberMax = 27;

        /// <summary>The SenML name, at most five characters so that a record stays within its limit.</summary>
        public static string NameOf(Quantity quantity)
        {
            switch (quantity)
            {
                case Quantity.Temperature: return "temp";
                case Quantity.RelativeHumidity: return "rh";
                case Quantity.Pressure: return "press";
                case Quantity.Pm1: return "pm1";
                case Quantity.Pm25: return "pm25";
                case Quantity.Pm4: return "pm4";
                case Quantity.Pm10: return "pm10";
                case Quantity.CarbonDioxide: return "co2";
                case Quantity.GasResistance: return "gas";
                case Quantity.VocIndex: return "voc";
                case Quantity.NoxIndex: return "nox";
                case Quantity.SoundLevel: return "laeq";
                case Quantity.SoundLevelMin: return "lamin";
                case Quantity.SoundLevelMax: return "lamax";
                case Quantity.Rain: return "rain";
                case Quantity.WindSpeed: return "wind";
                case Quantity.WindGust: return "gust";
                case Quantity.BatteryVoltage: return "batt";
                default: return "q" + ((int)quantity).ToString();
            }
        }

        /// <summary>The quantity in a word, for programs; <c>other</c> for those that this firmware does not know.</summary>
        public static string WordFor(Quantity quantity)
        {
            switch (quantity)
            {
                case Quantity.Temperature: return "temperature";
                case Quantity.RelativeHumidity: return "relativeHumidity";
                case Quantity.Pressure: return "pressure";
                case Quantity.Pm1: return "particulates1";
                case Quantity.Pm25: return "particulates2.5";
                case Quantity.Pm4: return "particulates4";
                case Quantity.Pm10: return "particulates10";
                case Quantity.CarbonDioxide: return "carbonDioxide";
                case Quantity.GasResistance: return "gasResistance";
                case Quantity.VocIndex: return "vocIndex";
                case Quantity.NoxIndex: return "noxIndex";
                case Quantity.SoundLevel: return "soundLevel";
                case Quantity.SoundLevelMin: return "soundLevelMin";
                case Quantity.SoundLevelMax: return "soundLevelMax";
                case Quantity.Rain: return "rain";
                case Quantity.WindSpeed: return "windSpeed";
                case Quantity.WindGust: return "windGust";
                case Quantity.BatteryVoltage: return "batteryVoltage";
                default: return "other";
            }
        }

        /// <summary>The SenML unit; an index has none of its own and so is a ratio.</summary>
        public static string UnitOf(Quantity quantity)
        {
            switch (quantity)
            {
                case Quantity.Temperature: return "Cel";
                case Quantity.RelativeHumidity: return "%RH";
                case Quantity.Pressure: return "Pa";
                case Quantity.Pm1:
                case Quantity.Pm25:
                case Quantity.Pm4:
                case Quantity.Pm10: return "ug/m3";
                case Quantity.CarbonDioxide: return "ppm";
                case Quantity.GasResistance: return "Ohm";
                case Quantity.SoundLevel:
                case Quantity.SoundLevelMin:
                case Quantity.SoundLevelMax: return "dB";
                case Quantity.Rain: return "mm";
                case Quantity.WindSpeed:
                case Quantity.WindGust: return "m/s";
                case Quantity.BatteryVoltage: return "V";
                default: return "/";
            }
        }

        /// <summary>Whether the unit is a secondary one (RFC 8798): a pack with one of them needs a <c>bver</c>.</summary>
        public static bool HasSecondaryUnit(Quantity quantity)
        {
            return (quantity >= Quantity.Pm1 && quantity <= Quantity.CarbonDioxide) || quantity == Quantity.Rain;
        }

        /// <summary>Decimals of the integer value: 2 means hundredths of the unit.</summary>
        public static int DecimalsOf(Quantity quantity)
        {
            switch (quantity)
            {
                case Quantity.Temperature:
                case Quantity.RelativeHumidity:
                case Quantity.WindSpeed:
                case Quantity.WindGust: return 2;
                case Quantity.Pm1:
                case Quantity.Pm25:
                case Quantity.Pm4:
                case Quantity.Pm10:
                case Quantity.VocIndex:
                case Quantity.NoxIndex:
                case Quantity.SoundLevel:
                case Quantity.SoundLevelMin:
                case Quantity.SoundLevelMax: return 1;
                case Quantity.Rain:
                case Quantity.BatteryVoltage: return 3;
                default: return 0;
            }
        }

        /// <summary>A number of thousandths of the unit as the integer that values are; rounded away from zero.</summary>
        public static int FromThousandths(Quantity quantity, int thousandths)
        {
            int divisor = 1;
            for (int decimals = DecimalsOf(quantity); decimals < 3; decimals++)
            {
                divisor *= 10;
            }

            int half = thousandths < 0 ? -(divisor / 2) : divisor / 2;
            return (thousandths + half) / divisor;
        }

        /// <summary>The value that is possible at all and nearest: no concentration is below zero, no humidity above 100 %.</summary>
        public static int Possible(Quantity quantity, long value)
        {
            bool isSigned = quantity == Quantity.Temperature || (quantity >= Quantity.SoundLevel && quantity <= Quantity.SoundLevelMax);
            long least = isSigned ? int.MinValue : 0;
            long most = quantity == Quantity.RelativeHumidity ? WaterVapour.Saturated : int.MaxValue;
            return (int)(value < least ? least : value > most ? most : value);
        }
    }
}
