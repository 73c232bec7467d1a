using UlmEdge.Ports;

namespace UlmEdge.Devices.Pulses
{
    /// <summary>From closings of the contact to centimetres a second.</summary>
    public static class WindConversion
    {
        // 2.4 km/h at one closing a second are 200/3 cm/s.
        private const long CentimetresAtThreeHertz = 200;

        // Cups are torn off before; a contact that bounces or a cable that catches a radio looks like that.
        private const int CentimetresPerSecondMax = 7_500;

        /// <summary>Mean wind, to the nearest.</summary>
        /// <param name="pulses">Closings of the contact.</param>
        /// <param name="elapsedMs">In which time.</param>
        public static Reading Mean(long pulses, long elapsedMs)
        {
            if (pulses < 0 || elapsedMs <= 0)
            {
                return Reading.Missing(Absence.Restarted);
            }

            long twice = pulses * CentimetresAtThreeHertz * 2_000 / (3 * elapsedMs);
            return twice > 2 * CentimetresPerSecondMax
                ? Reading.Missing(Absence.OutOfRange)
                : Reading.Of((int)((twice + 1) / 2));
        }
    }
}
