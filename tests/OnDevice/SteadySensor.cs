using UlmEdge.Ports;

namespace UlmEdge.OnDevice
{
    /// <summary>A thermometer that always reads the same.</summary>
    internal sealed class SteadySensor : ISensor
    {
        /// <inheritdoc/>
        public string Name => "steady";

        /// <inheritdoc/>
        public Quantity[] Quantities { get; } = { Quantity.Temperature };

        /// <inheritdoc/>
        public int LeadMs => 0;

        /// <inheritdoc/>
        public int Begin(long uptimeMs)
        {
            return 10;
        }

        /// <inheritdoc/>
        public int Collect(long uptimeMs, Reading[] readings, int offset)
        {
            readings[offset] = Reading.Of(-351);
            return 0;
        }
    }
}
