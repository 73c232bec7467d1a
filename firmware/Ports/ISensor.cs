namespace UlmEdge.Ports
{
    /// <summary>
    /// A sensor that measures when told and is collected later, so that the loop never waits for it.
    /// </summary>
    /// <remarks>
    /// Implementations never throw, never sleep and keep nothing from one measurement to the next but what they need to
    /// judge it. A sensor that fails says so in its readings and tries to recover in the next <see cref="Begin"/>.
    /// </remarks>
    public interface ISensor
    {
        /// <summary>The chip in lower case, as in the configuration and in <c>meta</c>, e.g. <c>bme280</c>.</summary>
        string Name { get; }

        /// <summary>What one measurement yields, in the order of <see cref="Collect"/>. Always the same.</summary>
        Quantity[] Quantities { get; }

        /// <summary>
        /// How long before its sample a measurement begins, in milliseconds: a fan has to run, or a window to pass. 0 for most.
        /// </summary>
        int LeadMs { get; }

        /// <summary>Starts one measurement.</summary>
        /// <returns>Milliseconds until it is worth calling <see cref="Collect"/>; 0 when the outcome is known already.</returns>
        int Begin(long uptimeMs);

        /// <summary>Collects the measurement begun last: one reading per quantity, from <paramref name="offset"/> on.</summary>
        /// <returns>0 when the readings are there, else the milliseconds still to wait; then nothing was written.</returns>
        int Collect(long uptimeMs, Reading[] readings, int offset);
    }
}
