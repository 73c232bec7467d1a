namespace UlmEdge.Devices.Bmxx80
{
    /// <summary>The two chips of the family that this binding serves.</summary>
    public enum Bmx280Model
    {
        /// <summary>Temperature, humidity and pressure.</summary>
        Bme280,

        /// <summary>Temperature and pressure.</summary>
        Bmp280,
    }
}
