namespace UlmEdge.Ports
{
    /// <summary>What is measured, each as an integer in one named unit; numbers are in flash and never reused.</summary>
    public enum Quantity : byte
    {
        /// <summary>Air temperature in centi-degrees Celsius.</summary>
        Temperature = 0,

        /// <summary>Relative humidity in hundredths of a per cent.</summary>
        RelativeHumidity = 1,

        /// <summary>Air pressure at the sensor, not reduced to sea level, in pascal.</summary>
        Pressure = 2,
    }
}
