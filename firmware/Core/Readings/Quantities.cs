using UlmEdge.Ports;

namespace UlmEdge.Core.Readings
{
    /// <summary>How each quantity is called on the wire, in which unit, and with how many decimals.</summary>
    /// <remarks>Names and units are part of the telemetry contract; units are SenML's (RFC 8428 section 12.1).</remarks>
    public static class Quantities
    {
        /// <summary>Quantities known to this firmware: their numbers are 0 to Count - 1.</summary>
        public const int Count = 3;

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
                default: return "other";
            }
        }

        /// <summary>The SenML unit.</summary>
        public static string UnitOf(Quantity quantity)
        {
            switch (quantity)
            {
                case Quantity.Temperature: return "Cel";
                case Quantity.RelativeHumidity: return "%RH";
                case Quantity.Pressure: return "Pa";
                default: return "/";
            }
        }

        /// <summary>Decimals of the integer value: 2 means hundredths of the unit.</summary>
        public static int DecimalsOf(Quantity quantity)
        {
            switch (quantity)
            {
                case Quantity.Temperature: return 2;
                case Quantity.RelativeHumidity: return 2;
                default: return 0;
            }
        }
    }
}
