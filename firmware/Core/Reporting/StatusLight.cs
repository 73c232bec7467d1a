using UlmEdge.Core.Publishing;
using UlmEdge.Ports;

namespace UlmEdge.Core.Reporting
{
    /// <summary>Says with one light how the node fares: a number of short flashes every three seconds.</summary>
    /// <remarks>
    /// 1 flash: connected. 2: no broker (not configured, not found, refused). 3: no network. 4: the time of day is
    /// unknown. 5: a sensor does not deliver. Counted, not coloured: readable for everyone, and from the ground.
    /// </remarks>
    public sealed class StatusLight
    {
        private const int PeriodMs = 3000;
        private const int FlashMs = 100;
        private const int SlotMs = 300;

        private readonly IIndicator _indicator;
        private bool _isLit;

        /// <summary>A light that is off.</summary>
        public StatusLight(IIndicator indicator)
        {
            _indicator = indicator;
        }

        /// <summary>How many flashes a situation has.</summary>
        public static int FlashesFor(PublisherState state, bool sensorsDeliver)
        {
            switch (state)
            {
                case PublisherState.WaitingForLink: return 3;
                case PublisherState.NoBroker: return 2;
                case PublisherState.BackingOff: return 2;
                case PublisherState.Connecting: return 2;
                case PublisherState.WaitingForClock: return 4;
                default: return sensorsDeliver ? 1 : 5;
            }
        }

        /// <summary>Switches the light as the pattern has it now.</summary>
        /// <returns>Uptime of the next switch.</returns>
        public long Tick(long uptimeMs, int flashes)
        {
            int phaseMs = (int)(uptimeMs % PeriodMs);
            int flash = phaseMs / SlotMs;
            bool isLit = flash < flashes && phaseMs % SlotMs < FlashMs;
            if (isLit != _isLit)
            {
                _isLit = isLit;
                _indicator.Set(isLit);
            }

            long startMs = uptimeMs - phaseMs;
            if (isLit)
            {
                return startMs + (flash * SlotMs) + FlashMs;
            }

            return flash + 1 < flashes ? startMs + ((flash + 1) * SlotMs) : startMs + PeriodMs;
        }
    }
}
