namespace UlmEdge.Simulator.Chips;

/// <summary>What hangs on the pins of one board.</summary>
public sealed class Wiring
{
    /// <summary>The first I2C bus.</summary>
    public I2cBus Bus { get; } = new();

    /// <summary>Serial lines by the number of their port, from 1.</summary>
    public Dictionary<int, SerialLine> Lines { get; } = [];

    /// <summary>Contacts by pin.</summary>
    public Dictionary<int, IPulseSource> Contacts { get; } = [];

    /// <summary>Volts at the channels of the first converter at a time in microseconds since the supply came on.</summary>
    public Dictionary<int, Func<long, double>> Voltages { get; } = [];

    /// <summary>Plugs that can be pulled, by what hangs on them.</summary>
    public List<IVirtualChip> Chips { get; } = [];

    /// <summary>The reference voltage of this board's converter in millivolts: 1000 to 1200 from part to part.</summary>
    public double ReferenceMillivolts { get; set; } = 1100;

    /// <summary>What the firmware did that a datasheet does not allow.</summary>
    public IEnumerable<ChipViolation> Violations => Chips.SelectMany(chip => chip.Violations);

    /// <summary>One conversion of the ESP32's first converter at 12 bits and full attenuation.</summary>
    /// <remarks>The line of ESP-IDF's esp_adc_cal for 11 dB: millivolts = code × 196602 / 65536 × Vref / 4096 + 142.</remarks>
    public int Convert(int channel, long uptimeUs)
    {
        double volts = Voltages.TryGetValue(channel, out Func<long, double>? source) ? source(uptimeUs) : 0;
        double code = (1000 * volts - 142) / (196602.0 / 65536 * ReferenceMillivolts / 4096);
        return (int)Math.Clamp(Math.Round(code), 0, 4095);
    }
}
