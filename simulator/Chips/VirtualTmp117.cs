using UlmEdge.Simulator.Weather;

namespace UlmEdge.Simulator.Chips;

/// <summary>A Texas Instruments TMP117 (datasheet SNOSD82, revision D): what a register holds, how long a conversion takes.</summary>
/// <param name="identity">Its device id: 0x0117; a TMP116 has 0x1116.</param>
/// <param name="airAt">The air around it at a time in microseconds since the supply came on.</param>
public sealed class VirtualTmp117(ushort identity, Func<long, AirState> airAt) : II2cChip, IVirtualChip
{
    private const byte Result = 0x00;
    private const byte Configuration = 0x01;
    private const byte DeviceId = 0x0F;
    private const int ConfigurationAtReset = 0x0220; // 7.6.2: continuous, every second, eight averages.
    private const int DataReady = 0x2000;
    private const int ModeMask = 0x0C00;
    private const int ModeShutdown = 0x0400;
    private const int ModeOneShot = 0x0C00;
    private const int Writable = 0x0FFC;
    private const ushort NotMeasured = 0x8000;
    private const long StartUs = 1_500; // 6.7: power-on reset, at most.
    private const long ConversionUs = 15_500;
    private const long CycleUs = 1_000_000;

    private readonly List<ChipViolation> _violations = [];
    private int _configuration;
    private ushort _result;
    private long _readyUs;
    private long _dueUs;
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
        _isFrozen = false;
        ResetByItself(uptimeUs);
    }

    /// <inheritdoc/>
    public void ResetByItself(long uptimeUs)
    {
        _configuration = ConfigurationAtReset;
        _result = NotMeasured;
        _pointer = Result;
        _readyUs = uptimeUs + StartUs;
        _dueUs = _readyUs + Duration();
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
        if (!IsPlugged || uptimeUs < _readyUs)
        {
            return false;
        }

        Convert(uptimeUs);
        if (bytes.Length == 0)
        {
            return true;
        }

        _pointer = bytes[0];
        if (_pointer is not (Result or Configuration or DeviceId))
        {
            return Refuse(uptimeUs, $"register 0x{_pointer:X2}");
        }

        if (bytes.Length != 1 && (bytes.Length != 3 || _pointer != Configuration))
        {
            return Refuse(uptimeUs, $"{bytes.Length - 1} bytes for register 0x{_pointer:X2}");
        }

        if (bytes.Length == 3)
        {
            _configuration = ((bytes[1] << 8) | bytes[2]) & Writable;
            _dueUs = (_configuration & ModeMask) == ModeShutdown ? long.MaxValue : uptimeUs + Duration();
        }

        return true;
    }

    /// <inheritdoc/>
    public bool Read(long uptimeUs, Span<byte> buffer)
    {
        if (!IsPlugged || uptimeUs < _readyUs)
        {
            return false;
        }

        Convert(uptimeUs);
        if (buffer.Length != 2)
        {
            Refuse(uptimeUs, $"a read of {buffer.Length} bytes where a register has 2");
        }

        if (_pointer == Result && _result == NotMeasured)
        {
            Refuse(uptimeUs, "a read of the result before there was any");
        }

        int word = _pointer == Result ? _result : _pointer == Configuration ? _configuration : identity;
        _configuration = _pointer == DeviceId ? _configuration : _configuration & ~DataReady; // 7.6.2: cleared by both.
        buffer.Fill(0xFF);
        if (buffer.Length >= 2)
        {
            buffer[0] = (byte)(word >> 8);
            buffer[1] = (byte)word;
        }

        return true;
    }

    private void Convert(long uptimeUs)
    {
        double celsius = airAt(uptimeUs).TemperatureCelsius;
        if (uptimeUs < _dueUs || _isFrozen || double.IsNaN(celsius))
        {
            return;
        }

        _result = (ushort)(short)Math.Round(Math.Clamp(celsius, -55, 150) * 128);
        _configuration |= DataReady;
        bool isOneShot = (_configuration & ModeMask) == ModeOneShot;
        _configuration = isOneShot ? (_configuration & ~ModeMask) | ModeShutdown : _configuration;
        _dueUs = isOneShot ? long.MaxValue : uptimeUs + CycleUs;
    }

    // 7.3.2: each average is a conversion more.
    private long Duration() => ConversionUs * ((_configuration >> 5) & 3) switch { 0 => 1, 1 => 8, 2 => 32, _ => 64 };

    private bool Refuse(long uptimeUs, string what)
    {
        _violations.Add(new ChipViolation(uptimeUs, _pointer, what, "TMP117 7.5, 7.6"));
        return false;
    }
}
