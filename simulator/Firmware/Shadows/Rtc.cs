using System;
using UlmEdge.Simulator.Nano;

namespace nanoFramework.Runtime.Native
{
    /// <summary>The board's clock chip. Here and not with the other façades, since <see cref="DateTime"/> is the board's, too.</summary>
    internal static class Rtc
    {
        /// <summary>Sets the time of day, until a time server sets it again.</summary>
        public static bool SetSystemTime(DateTime time)
        {
            HostBoard.Current.SetClock((time.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond);
            return true;
        }
    }
}
