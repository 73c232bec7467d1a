using UlmEdge.Simulator.Weather;

namespace UlmEdge.Simulator.Chips;

/// <summary>The chip of <c>devices/Template</c>, which does not exist: written from its datasheet, and strict about its use.</summary>
/// <param name="identity">What its identity register holds.</param>
/// <param name="airAt">The air around it at a time in microseconds since the supply came on.</param>
public sealed class VirtualTemplate(ushort identity, Func<long, AirState> airAt) : II2cChip, IVirtualChip
{
    private const int Measure = 0x0001;
    private const int Ready = 0x8000;
    private const int AlwaysSet = 0x4000;
    private const long ConversionUs = 18_000;

    private readonly List<ChipViolation> _violations = [];
    private readonly ushort[] _registers = [identity, AlwaysSet, 0];
    private long _dueUs = long.MaxValue;
    private byte _pointer;
    private bool _isFrozen;

    /// <inheritdoc/>
    public IReadOnlyList<ChipViolation> Violations => _violations;

    /// <inheritdoc/>
    public bool IsPlugged { get; private set; } = true;

    /// <inheritdoc/>
    public void Unplug() => IsPlugged = false;

    /// <inheritdoc/>
    public void Plug(long uptimeUs)
    {
        IsPlugged = true;
        Recover(uptimeUs);
    }

    /// <inheritdoc/>
    public void ResetByItself(long uptimeUs)
    {
        (_registers[1], _registers[2]) = (AlwaysSet, 0);
        _dueUs = long.MaxValue;
    }

    /// <inheritdoc/>
    public void Freeze(long uptimeUs) => _isFrozen = true;

    /// <inheritdoc/>
    public void Recover(long uptimeUs)
    {
        _isFrozen = false;
        ResetByItself(uptimeUs);
    }

    /// <inheritdoc/>
    public bool Write(long uptimeUs, ReadOnlySpan<byte> bytes)
    {
        if (!IsPlugged)
        {
            return false;
        }

        Convert(uptimeUs);
        if (bytes.Length == 0)
        {
            return true;
        }

        _pointer = bytes[0];
        bool isMeasure = bytes.Length == 3 && _pointer == 1 && bytes[1] == 0 && bytes[2] == Measure;
        if (_pointer > 2 || (bytes.Length != 1 && !isMeasure))
        {
            return Refuse(uptimeUs, $"{bytes.Length - 1} bytes for register {_pointer}");
        }

        if (isMeasure)
        {
            _registers[1] = AlwaysSet | Measure;
            _dueUs = uptimeUs + ConversionUs;
        }

        return true;
    }

    /// <inheritdoc/>
    public bool Read(long uptimeUs, Span<byte> buffer)
    {
        if (!IsPlugged)
        {
            return false;
        }

        Convert(uptimeUs);
        if (buffer.Length != 2)
        {
            return Refuse(uptimeUs, $"a read of {buffer.Length} bytes where a register has 2");
        }

        if (_pointer == 2 && (_registers[1] & Ready) == 0)
        {
            Refuse(uptimeUs, "a read of the result before it is ready");
        }

        buffer[0] = (byte)(_registers[_pointer] >> 8);
        buffer[1] = (byte)_registers[_pointer];
        return true;
    }

    private void Convert(long uptimeUs)
    {
        double celsius = airAt(uptimeUs).TemperatureCelsius;
        if (uptimeUs >= _dueUs && !_isFrozen && !double.IsNaN(celsius))
        {
            _registers[2] = (ushort)Math.Round((celsius + 273.15) * 10);
            _registers[1] |= Ready;
            _dueUs = long.MaxValue;
        }
    }

    private bool Refuse(long uptimeUs, string what)
    {
        _violations.Add(new ChipViolation(uptimeUs, _pointer, what, "Template"));
        return false;
    }
}
