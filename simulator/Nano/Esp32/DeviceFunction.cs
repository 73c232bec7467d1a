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

    /// <summary>Transmit line of the first UART.</summary>
    COM1_TX = 196864,

    /// <summary>Receive line of the first UART.</summary>
    COM1_RX = 196865,

    /// <summary>Transmit line of the second UART.</summary>
    COM2_TX = 197120,

    /// <summary>Receive line of the second UART.</summary>
    COM2_RX = 197121,

    /// <summary>Transmit line of the third UART.</summary>
    COM3_TX = 197376,

    /// <summary>Receive line of the third UART.</summary>
    COM3_RX = 197377,

    /// <summary>Channel 0 of the first converter.</summary>
    ADC1_CH0 = 327936,

    /// <summary>Channel 1 of the first converter.</summary>
    ADC1_CH1 = 327937,

    /// <summary>Channel 2 of the first converter.</summary>
    ADC1_CH2 = 327938,

    /// <summary>Channel 3 of the first converter.</summary>
    ADC1_CH3 = 327939,

    /// <summary>Channel 4 of the first converter.</summary>
    ADC1_CH4 = 327940,

    /// <summary>Channel 5 of the first converter.</summary>
    ADC1_CH5 = 327941,

    /// <summary>Channel 6 of the first converter.</summary>
    ADC1_CH6 = 327942,

    /// <summary>Channel 7 of the first converter.</summary>
    ADC1_CH7 = 327943,
}
