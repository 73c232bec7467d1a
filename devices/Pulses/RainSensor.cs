using UlmEdge.Ports;

namespace UlmEdge.Devices.Pulses
{
    /// <summary>A rain gauge with a tipping bucket: rain since the reading before.</summary>
    /// <remarks>
    /// The first reading after power-on only starts to count. A reading that fails or is left out loses nothing: its rain is in the next.
    /// </remarks>
    public sealed class RainSensor : ISensor
    {
        private readonly PulseInput _input;
        private bool _isCounting;
        private long _countBefore;
        private long _beforeMs;

        /// <summary>A rain gauge at a pin; nothing is counted yet.</summary>
        public RainSensor(int pin)
        {
            _input = new PulseInput(pin);
        }

        /// <inheritdoc/>
        public string Name => "rain";

        /// <inheritdoc/>
        public Quantity[] Quantities { get; } = { Quantity.Rain };

        /// <inheritdoc/>
        public int LeadMs => 0;

        /// <inheritdoc/>
        public int Begin(long uptimeMs)
        {
            return 0;
        }

        /// <inheritdoc/>
        public int Collect(long uptimeMs, Reading[] readings, int offset)
        {
            if (!_input.TryRead())
            {
                readings[offset] = Reading.Missing(Absence.NoAnswer);
                return 0;
            }

            readings[offset] = _isCounting
                ? RainConversion.Rain(_countBefore, _input.Count, _input.TimeMs - _beforeMs)
                : Reading.Missing(Absence.WarmingUp);
            _isCounting = true;
            _countBefore = _input.Count;
            _beforeMs = _input.TimeMs;
            return 0;
        }
    }
}
