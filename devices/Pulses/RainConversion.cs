using UlmEdge.Ports;

namespace UlmEdge.Devices.Pulses
{
    /// <summary>From tips of the bucket to micrometres of rain.</summary>
    public static class RainConversion
    {
        private const int TenthMicrometresATip = 2_794;

        // More than ever fell in Germany in an hour; a contact that bounces or a cable that catches a radio looks like that.
        private const long MicrometresAnHourMax = 300_000;
        private const long MsAnHour = 3_600_000;

        /// <summary>Rain between two counts.</summary>
        /// <remarks>
        /// A difference of two totals, each rounded: readings add up to the last micrometre, however many tips each one has.
        /// </remarks>
        /// <param name="before">Tips at the reading before.</param>
        /// <param name="now">Tips now.</param>
        /// <param name="elapsedMs">Time between.</param>
        public static Reading Rain(long before, long now, long elapsedMs)
        {
            if (now < before || elapsedMs < 0)
            {
                return Reading.Missing(Absence.Restarted);
            }

            // One tip can come at any time, also right behind the reading: the bucket was filling for long.
            long tipsMax = 1 + (elapsedMs * MicrometresAnHourMax * 10 / (MsAnHour * TenthMicrometresATip));
            return now - before > tipsMax
                ? Reading.Missing(Absence.OutOfRange)
                : Reading.Of((int)(Total(now) - Total(before)));
        }

        private static long Total(long tips)
        {
            return ((tips * TenthMicrometresATip) + 5) / 10;
        }
    }
}
