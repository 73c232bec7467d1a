namespace UlmEdge.Simulator.Chips;

/// <summary>The low-pass filter for temperature and pressure (BME280 3.4.4, BMP280 3.3.3).</summary>
internal sealed class IirFilter
{
    private double? _temperature;
    private double? _pressure;

    /// <summary>Forgets; the next values become the memory.</summary>
    public void Reset()
    {
        _temperature = null;
        _pressure = null;
    }

    /// <summary>Passes one conversion through. A skipped channel leaves its memory as it is.</summary>
    public RawSample Apply(RawSample sample, int coefficient) => sample with
    {
        Temperature = Apply(ref _temperature, sample.Temperature, coefficient),
        Pressure = Apply(ref _pressure, sample.Pressure, coefficient),
    };

    private static int Apply(ref double? memory, int code, int coefficient)
    {
        if (coefficient == 1 || code == RawSample.Skipped20)
        {
            return code;
        }

        memory = memory is null ? code : (memory.Value * (coefficient - 1) + code) / coefficient;
        return (int)Math.Round(memory.Value);
    }
}
