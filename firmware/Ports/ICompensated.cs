namespace UlmEdge.Ports
{
    /// <summary>A sensor that is more exact when it knows what another one has measured.</summary>
    public interface ICompensated
    {
        /// <summary>Tells it a good reading of another sensor; it may use it from its next measurement on. Sends nothing.</summary>
        /// <param name="quantity">What was measured.</param>
        /// <param name="value">The value in the unit of the quantity.</param>
        void Compensate(Quantity quantity, int value);
    }
}
