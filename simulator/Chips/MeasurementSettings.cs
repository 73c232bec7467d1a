namespace UlmEdge.Simulator.Chips;

/// <summary>What the control registers say about conversions.</summary>
/// <param name="CtrlHum">Register 0xF2 as latched; 0 in a BMP280.</param>
/// <param name="CtrlMeas">Register 0xF4.</param>
/// <param name="Config">Register 0xF5.</param>
/// <param name="StandbysUs">Standby times by t_sb code.</param>
internal readonly record struct MeasurementSettings(
    byte CtrlHum, byte CtrlMeas, byte Config, IReadOnlyList<int> StandbysUs)
{
    /// <summary>How often the temperature is sampled: 0, 1, 2, 4, 8 or 16 times (BME280 table 24).</summary>
    public int TemperatureSamples => Samples(CtrlMeas >> 5);

    /// <summary>How often the pressure is sampled (BME280 table 23).</summary>
    public int PressureSamples => Samples(CtrlMeas >> 2);

    /// <summary>How often the humidity is sampled (BME280 table 20).</summary>
    public int HumiditySamples => Samples(CtrlHum);

    /// <summary>The two mode bits: 00 sleep, 01 and 10 forced, 11 normal (BME280 table 25).</summary>
    public int Mode => CtrlMeas & 0b11;

    /// <summary>Coefficient of the filter: 1 is off, else 2, 4, 8 or 16 (BME280 table 28).</summary>
    public int FilterCoefficient => 1 << Math.Min((Config >> 2) & 0b111, 4);

    /// <summary>Pause between two conversions in normal mode.</summary>
    public int StandbyUs => StandbysUs[Config >> 5];

    /// <summary>Longest time of one conversion (BME280 9.1, BMP280 3.8.1).</summary>
    public int ConversionUs =>
        1250
        + 2300 * TemperatureSamples
        + (PressureSamples == 0 ? 0 : 2300 * PressureSamples + 575)
        + (HumiditySamples == 0 ? 0 : 2300 * HumiditySamples + 575);

    /// <summary>Bits of a code: 20 through the filter, else one more with each doubling (BME280 3.4.2).</summary>
    public int Bits(int samples) => FilterCoefficient > 1 ? 20 : 16 + int.Log2(samples);

    private static int Samples(int code) => (code & 0b111) == 0 ? 0 : 1 << Math.Min((code & 0b111) - 1, 4);
}
