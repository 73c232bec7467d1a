using System;
using nanoFramework.Networking;
using UlmEdge.Ports;

namespace UlmEdge.Edge
{
    /// <summary>The platform's clock, which SNTP sets by itself once there is an address.</summary>
    public sealed class BoardClock : IClock
    {
        // Before SNTP the clock counts from a date in the past: no time before this firmware was written can be true.
        private const int YearMin = 2020;

        /// <summary>The platform's clock.</summary>
        /// <param name="timeServer">Host of a time server, or null to leave the platform's own.</param>
        public BoardClock(string timeServer)
        {
            if (timeServer == null)
            {
                return;
            }

            try
            {
                Sntp.Stop();
                Sntp.Server1 = timeServer;
                Sntp.Start();
            }
            catch (Exception)
            {
                // The platform keeps its own server; without time nothing is sent, and the light says so.
            }
        }

        /// <inheritdoc/>
        public void Assume(long unixSeconds)
        {
        }

        /// <inheritdoc/>
        public bool TryGetUnixMs(out long unixMs)
        {
            DateTime now = DateTime.UtcNow;
            unixMs = (now.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond;
            return now.Year >= YearMin;
        }
    }
}
