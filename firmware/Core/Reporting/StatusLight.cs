using UlmEdge.Ports;

namespace UlmEdge.Core.Reporting
{
    /// <summary>Says with one light how the node fares: see <see cref="LightSignal"/>.</summary>
    /// <remarks>Told by rhythm and by counting, not by colour: readable for everyone, and from the ground.</remarks>
    public sealed class StatusLight
    {
        /// <summary>A counted signal comes once in this time.</summary>
        public const int PeriodMs = 4000;

        private const int FlashMs = 100;
        private const int SlotMs = 300;
        private const int TestingMs = 500;
        private const int IdentifyMs = 100;
        private const int LongMs = 2000;
        private const int LongPauseMs = 1000;

        private readonly IIndicator _indicator;
        private long _identifyUntilMs;
        private bool _isLit;

        /// <summary>A light that is off.</summary>
        public StatusLight(IIndicator indicator)
        {
            _indicator = indicator;
        }

        /// <summary>Flickers until an uptime, whatever else there is to say.</summary>
        public void Identify(long untilMs)
        {
            _identifyUntilMs = untilMs;
        }

        /// <summary>Switches the light as the signal has it now.</summary>
        /// <param name="uptimeMs">Now.</param>
        /// <param name="signal">One of <see cref="LightSignal"/>.</param>
        /// <returns>Uptime of the next switch.</returns>
        public long Tick(long uptimeMs, int signal)
        {
            switch (uptimeMs < _identifyUntilMs ? LightSignal.Identify : signal)
            {
                case LightSignal.Identify: return Alternate(uptimeMs, IdentifyMs, IdentifyMs);
                case LightSignal.Testing: return Alternate(uptimeMs, TestingMs, TestingMs);
                case LightSignal.Passed: return Alternate(uptimeMs, LongMs, LongPauseMs);
                default: return Flash(uptimeMs, signal);
            }
        }

        private long Alternate(long uptimeMs, int onMs, int offMs)
        {
            int phaseMs = (int)(uptimeMs % (onMs + offMs));
            Set(phaseMs < onMs);
            return uptimeMs - phaseMs + (phaseMs < onMs ? onMs : onMs + offMs);
        }

        private long Flash(long uptimeMs, int flashes)
        {
            int phaseMs = (int)(uptimeMs % PeriodMs);
            int flash = phaseMs / SlotMs;
            bool isLit = flash < flashes && phaseMs % SlotMs < FlashMs;
            Set(isLit);
            long startMs = uptimeMs - phaseMs;
            if (isLit)
            {
                return startMs + (flash * SlotMs) + FlashMs;
            }

            return flash + 1 < flashes ? startMs + ((flash + 1) * SlotMs) : startMs + PeriodMs;
        }

        private void Set(bool isLit)
        {
            if (isLit != _isLit)
            {
                _isLit = isLit;
                _indicator.Set(isLit);
            }
        }
    }
}
