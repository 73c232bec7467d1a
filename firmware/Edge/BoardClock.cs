using System;
using nanoFramework.Networking;
using nanoFramework.Runtime.Native;
using UlmEdge.Ports;

namespace UlmEdge.Edge
{
    /// <summary>The platform's clock, which SNTP sets by itself once there is an address.</summary>
    public sealed class BoardClock : IClock
    {
        // Before SNTP the clock counts from a date in the past: no time before this firmware was written can be true.
        private const int YearMin = 2020;

        // What was assumed is a minute behind at least: the time server's answer makes a step that drift cannot make.
        private const long StepMs = 30_000;

        private bool _isAssumed;
        private long _assumedUnixMs;
        private long _assumedAtMs;

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
            if (_isAssumed || TryGetUnixMs(out long _))
            {
                return;
            }

            try
            {
                Rtc.SetSystemTime(new DateTime(DateTime.UnixEpoch.Ticks + (unixSeconds * TimeSpan.TicksPerSecond)));
                _assumedUnixMs = NowUnixMs();
                _assumedAtMs = Environment.TickCount64;
                _isAssumed = true;
            }
            catch (Exception)
            {
                // Then certificates are not valid yet, and connections fail until the time is learned.
            }
        }

        /// <inheritdoc/>
        public bool TryGetUnixMs(out long unixMs)
        {
            unixMs = NowUnixMs();
            if (_isAssumed)
            {
                long steppedMs = unixMs - _assumedUnixMs - (Environment.TickCount64 - _assumedAtMs);
                _isAssumed = steppedMs < StepMs && steppedMs > -StepMs;
            }

            return !_isAssumed && DateTime.UtcNow.Year >= YearMin;
        }

        private static long NowUnixMs()
        {
            return (DateTime.UtcNow.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond;
        }
    }
}
