using UlmEdge.Ports;

namespace UlmEdge.Devices.Template
{
    /// <summary>From the chip's codes to readings: no bus, no state, so that the datasheet's own examples can be its test.</summary>
    public static class TemplateConversion
    {
        // What the chip can measure; beyond it a code is none of its own.
        private const int LeastCentidegrees = -4000;
        private const int MostCentidegrees = 8500;

        /// <summary>A code is tenths of a kelvin (datasheet: section, formula).</summary>
        /// <param name="code">The result register, 0 to 65535.</param>
        public static Reading Temperature(int code)
        {
            int centidegrees = (code * 10) - 27_315;
            return centidegrees < LeastCentidegrees || centidegrees > MostCentidegrees
                ? Reading.Missing(Absence.OutOfRange)
                : Reading.Of(centidegrees);
        }
    }
}
