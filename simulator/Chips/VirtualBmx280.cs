using UlmEdge.Simulator.Weather;

namespace UlmEdge.Simulator.Chips;

/// <summary>What BME280 and BMP280 have in common: registers on I2C, and the faults that parts can have.</summary>
/// <remarks>
/// The chip acknowledges whatever it is sent, as the real one does; what the datasheet does not allow is noted in
/// <see cref="Violations"/>. Consequences of a fault, such as a conversion that never ends, are no violations.
/// </remarks>
public abstract partial class VirtualBmx280 : II2cChip, IVirtualChip
{
    private readonly List<ChipViolation> _violations = [];
    private readonly Bmx280Type _type;
    private readonly byte[] _calibration;
    private readonly byte[] _humidityCalibration;
    private readonly ConversionEngine _engine;
    private byte _id;
    private byte _ctrlHum;
    private byte _ctrlMeas;
    private byte _config;
    private byte? _pointer;
    private bool _isPointerFresh;

    private protected VirtualBmx280(Bmx280Type type, FactoryCalibration part, Func<long, AirState> airAt)
    {
        _type = type;
        _id = type.Id;
        _calibration = CalibrationImage.Trimming(part);
        _humidityCalibration = CalibrationImage.Humidity(part);
        _engine = new ConversionEngine(new SensingElement(part), airAt);
    }

    /// <inheritdoc/>
    public IReadOnlyList<ChipViolation> Violations => _violations;

    /// <summary>Whether the chip is connected; else it does not acknowledge.</summary>
    public bool IsPlugged { get; private set; } = true;

    /// <summary>The plug is pulled.</summary>
    public void Unplug() => IsPlugged = false;

    /// <summary>The plug is put in: the chip powers on, which also cures a frozen or latched one.</summary>
    public void Plug(long uptimeUs)
    {
        IsPlugged = true;
        _engine.Frozen = false;
        _engine.Latched = false;
        ResetByItself(uptimeUs);
    }

    /// <summary>A dip of the supply: the chip starts anew with all settings lost, and nobody is told.</summary>
    public void ResetByItself(long uptimeUs)
    {
        _engine.AdvanceTo(uptimeUs);
        _ctrlHum = 0;
        _ctrlMeas = 0;
        _config = 0;
        _engine.Reset(uptimeUs);
    }

    /// <summary>From now on conversions start but never end, until <see cref="Recover"/> or a loss of power.</summary>
    public void Freeze(long uptimeUs)
    {
        _engine.AdvanceTo(uptimeUs);
        _engine.Frozen = true;
    }

    /// <summary>
    /// From now on conversions seem to run but the data registers keep their values, even through a reset command,
    /// until <see cref="Recover"/> or a loss of power.
    /// </summary>
    public void Latch(long uptimeUs)
    {
        _engine.AdvanceTo(uptimeUs);
        _engine.Latched = true;
    }

    /// <summary>Another chip id than the type's own: a counterfeit, or the wrong part soldered in.</summary>
    public void WrongId(byte id) => _id = id;

    /// <summary>Undoes <see cref="Freeze"/>, <see cref="Latch"/> and <see cref="WrongId"/>.</summary>
    public void Recover(long uptimeUs)
    {
        _engine.Frozen = false;
        _engine.AdvanceTo(uptimeUs);
        _engine.Latched = false;
        _id = _type.Id;
    }

    private void Violate(long uptimeUs, int register, string sentence, string section) =>
        _violations.Add(new ChipViolation(uptimeUs, register, sentence, section));
}
