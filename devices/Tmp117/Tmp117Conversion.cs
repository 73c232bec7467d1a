using UlmEdge.Ports;

namespace UlmEdge.Devices.Tmp117
{
    /// <summary>From a TMP117's codes to readings.</summary>
    public static class Tmp117Conversion
    {
        // Datasheet 7.6.1: what stands there until the first measurement has ended.
        private const int NotMeasured = 0x8000;

        private const int LeastCentidegrees = -5500;
        private const int MostCentidegrees = 15_000;

        /// <summary>A code is two's complement with 1/128 °C for its last bit (datasheet 7.6.1).</summary>
        /// <param name="code">The result register, 0 to 65535.</param>
        public static Reading Temperature(int code)
        {
            if (code == NotMeasured)
            {
                return Reading.Missing(Absence.Implausible);
            }

            int signed = code < 0x8000 ? code : code - 0x10000;
            int half = signed < 0 ? -64 : 64;
            int centidegrees = ((signed * 100) + half) / 128;
            return centidegrees < LeastCentidegrees || centidegrees > MostCentidegrees
                ? Reading.Missing(Absence.OutOfRange)
                : Reading.Of(centidegrees);
        }
    }
}
