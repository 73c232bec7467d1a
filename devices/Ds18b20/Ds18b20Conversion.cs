using UlmEdge.Ports;

namespace UlmEdge.Devices.Ds18b20
{
    /// <summary>From the scratchpad to centi-degrees Celsius (DS18B20 datasheet, table 1).</summary>
    public static class Ds18b20Conversion
    {
        private const int CentiMin = -5_500;
        private const int CentiMax = 12_500;

        /// <summary>Centi-degrees of sixteenths of a degree, in two's complement; the chip measures −55 to 125 °C.</summary>
        public static Reading Temperature(int low, int high)
        {
            int sixteenths = (high << 8) | low;
            sixteenths = sixteenths >= 0x8000 ? sixteenths - 0x10000 : sixteenths;
            int centi = ((sixteenths * 25) + (sixteenths < 0 ? -2 : 2)) / 4;
            return centi < CentiMin || centi > CentiMax ? Reading.Missing(Absence.OutOfRange) : Reading.Of(centi);
        }
    }
}
