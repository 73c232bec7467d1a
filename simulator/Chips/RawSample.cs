namespace UlmEdge.Simulator.Chips;

/// <summary>What the data registers of a BMx280 hold.</summary>
/// <param name="Temperature">Twenty bits.</param>
/// <param name="Pressure">Twenty bits.</param>
/// <param name="Humidity">Sixteen bits; meaningless in a BMP280.</param>
internal readonly record struct RawSample(int Temperature, int Pressure, int Humidity)
{
    /// <summary>The code of a temperature or pressure that was not measured (BME280 5.4.5).</summary>
    public const int Skipped20 = 0x80000;

    /// <summary>The code of a humidity that was not measured (BME280 5.4.3).</summary>
    public const int Skipped16 = 0x8000;

    /// <summary>What the registers hold after power-on (reset state in BME280 table 18).</summary>
    public static readonly RawSample PowerOn = new(Skipped20, Skipped20, Skipped16);

    /// <summary>One data register, counted from 0xF7: press_msb … temp_xlsb, hum_msb, hum_lsb.</summary>
    public byte Register(int index) => (byte)(index switch
    {
        0 => Pressure >> 12,
        1 => Pressure >> 4,
        2 => Pressure << 4,
        3 => Temperature >> 12,
        4 => Temperature >> 4,
        5 => Temperature << 4,
        6 => Humidity >> 8,
        _ => Humidity,
    });
}
