using UlmEdge.Simulator.Weather;

namespace UlmEdge.Simulator.Chips;

/// <summary>A BME680 on I2C, from its datasheet (BST-BME680-DS001) alone; strict about its use.</summary>
/// <remarks>
/// It acknowledges whatever it is sent, as the real one does; what the datasheet does not allow is in <see cref="Violations"/>.
/// </remarks>
/// <param name="part">Its trimming parameters.</param>
/// <param name="airAt">The air around it at a time in microseconds since the supply came on.</param>
/// <param name="streetAt">What is in that air.</param>
public sealed partial class VirtualBme680(GasPart part, Func<long, AirState> airAt, Func<long, StreetState> streetAt)
    : II2cChip, IVirtualChip
{
    /// <summary>What the layer has at 320 °C in clean air.</summary>
    public const double CleanAirOhm = 120_000;

    private const int StartUpUs = 2_000; // Table 1.
    private const int Skipped = 0x80000;
    private const byte NewData = 0x80, GasMeasuring = 0x40, Measuring = 0x20;

    private readonly List<ChipViolation> _violations = [];
    private readonly GasElement _element = new(part);
    private readonly byte[] _registers = Fresh(part);
    private byte? _pointer;
    private long _readyUs;
    private long _startUs;
    private long _dueUs;
    private bool _isFrozen;
    private bool _isStarting;

    /// <inheritdoc/>
    public IReadOnlyList<ChipViolation> Violations => _violations;

    /// <inheritdoc/>
    public bool IsPlugged { get; private set; } = true;

    /// <summary>0 for a BME680, 1 for a BME688.</summary>
    public byte Variant { get; init; }

    private bool IsMeasuring => (_registers[ControlMeasurement] & 3) == 1;

    /// <inheritdoc/>
    public void Unplug() => IsPlugged = false;

    /// <inheritdoc/>
    public void Plug(long uptimeUs)
    {
        IsPlugged = true;
        _isFrozen = false;
        ResetByItself(uptimeUs);
    }

    /// <inheritdoc/>
    public void ResetByItself(long uptimeUs)
    {
        Fresh(part).CopyTo(_registers, 0);
        _pointer = null;
        _isStarting = false;
    }

    /// <inheritdoc/>
    public void Freeze(long uptimeUs)
    {
        AdvanceTo(uptimeUs);
        _isFrozen = true;
    }

    /// <inheritdoc/>
    public void Recover(long uptimeUs)
    {
        _isFrozen = false;
        AdvanceTo(uptimeUs);
    }

    private static byte[] Fresh(GasPart part)
    {
        var registers = new byte[256];
        part.Burn(registers);
        registers[Id] = 0x61;
        registers[PressureData] = registers[TemperatureData] = registers[HumidityData] = 0x80; // 5.3.4
        return registers;
    }

    private void AdvanceTo(long uptimeUs)
    {
        if (!IsMeasuring || _isFrozen)
        {
            return;
        }

        var hasGas = (_registers[ControlGas1] & 0x10) != 0;
        if (uptimeUs < _dueUs)
        {
            _registers[Status] = hasGas && uptimeUs >= _dueUs - GasUs() ? (byte)(Measuring | GasMeasuring) : Measuring;
            return;
        }

        _registers[Status] = (byte)(NewData | (_registers[ControlGas1] & 0x0F));
        _registers[ControlMeasurement] &= 0xFC;
        Convert(hasGas);
    }

    private void Convert(bool hasGas)
    {
        var air = airAt(_startUs);
        var celsius = air.TemperatureCelsius;
        var (temperature, pressure, humidity) = (Samples(_registers[ControlMeasurement] >> 5), Samples(_registers[ControlMeasurement] >> 2),
            Samples(_registers[ControlHumidity]));
        var isKnown = !double.IsNaN(celsius);
        Store20(TemperatureData, isKnown && temperature > 0 ? _element.TemperatureCode(celsius, Bits(temperature)) : Skipped);
        Store20(PressureData, isKnown && pressure > 0 && !double.IsNaN(air.PressurePascal)
            ? _element.PressureCode(celsius, air.PressurePascal, Bits(pressure))
            : Skipped);
        var code = isKnown && humidity > 0 && !double.IsNaN(air.HumidityPercent)
            ? _element.HumidityCode(celsius, air.HumidityPercent)
            : Skipped >> 4;
        _registers[HumidityData] = (byte)(code >> 8);
        _registers[HumidityData + 1] = (byte)code;
        ConvertGas(hasGas, celsius);
    }

    // The hotter the plate, the less the layer resists; the datasheet gives no number for that, but a wrong plate must be seen.
    private void ConvertGas(bool hasGas, double celsius)
    {
        var pollution = streetAt(_startUs).Pollution;
        var setPoint = _registers[ControlGas1] & 0x0F;
        var plate = _element.PlateCelsius(_registers[HeaterTarget + setPoint], celsius);
        if (!hasGas || double.IsNaN(pollution) || double.IsNaN(plate))
        {
            _registers[GasData] = 0;
            _registers[GasData + 1] = 0;
            return;
        }

        var (range, code) = _element.Gas(CleanAirOhm / pollution * Math.Pow(2, (320 - plate) / 80));
        var isHot = HeatUs(setPoint) >= 20_000 && plate is >= 200 and <= 400; // 3.3.3
        _registers[GasData] = (byte)(code >> 2);
        _registers[GasData + 1] = (byte)(((code & 3) << 6) | 0x20 | (isHot ? 0x10 : 0) | range);
    }

    private void Store20(int register, int code)
    {
        _registers[register] = (byte)(code >> 12);
        _registers[register + 1] = (byte)(code >> 4);
        _registers[register + 2] = (byte)(code << 4);
    }

    private static int Samples(int field) => (field & 7) == 0 ? 0 : 1 << (Math.Min(field & 7, 5) - 1);

    private static int Bits(int samples) => 16 + int.Log2(samples);

    // Table 2 to 5: 1.963 ms a sample, 0.477 ms for each of four changes between them; five more for gas, and the heating.
    private int ConversionUs() => 4 * 477 + 1963 * (Samples(_registers[ControlMeasurement] >> 5)
        + Samples(_registers[ControlMeasurement] >> 2) + Samples(_registers[ControlHumidity]));

    private int GasUs() => (_registers[ControlGas1] & 0x10) == 0 ? 0 : 5 * 477 + HeatUs(_registers[ControlGas1] & 0x0F);

    private int HeatUs(int setPoint) => 1000 * (_registers[HeaterTime + setPoint] & 0x3F) << (2 * (_registers[HeaterTime + setPoint] >> 6));
}
