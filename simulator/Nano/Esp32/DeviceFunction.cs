namespace nanoFramework.Hardware.Esp32;

/// <summary>
/// What a pin can be routed to; the numbers are the platform's: device kind, bus, line, one byte each.
/// </summary>
public enum DeviceFunction
{
    /// <summary>Data line of the first I2C bus.</summary>
    I2C1_DATA = 131328,

    /// <summary>Clock line of the first I2C bus.</summary>
    I2C1_CLOCK = 131329,

    /// <summary>Data line of the second I2C bus.</summary>
    I2C2_DATA = 131584,

    /// <summary>Clock line of the second I2C bus.</summary>
    I2C2_CLOCK = 131585,
}
