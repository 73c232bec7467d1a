using UlmEdge.Simulator.Weather;

namespace UlmEdge.Simulator.Chips;

/// <summary>
/// A Maxim DS18B20 (datasheet 19-7487 rev. 6) on a wire where a UART's TX and RX meet (application note 214): what is sent comes back,
/// with the bits that the chip pulls down.
/// </summary>
/// <param name="serial">The part's number, 48 bits.</param>
/// <param name="airAt">The air around it at a time in microseconds since the supply came on.</param>
public sealed class VirtualDs18b20(ulong serial, Func<long, AirState> airAt) : ISerialChip
{
    private const int ResetBaudRate = 9_600;
    private const int BitBaudRate = 115_200;
    private const byte PresenceEcho = 0xE0;
    private const byte ZeroEcho = 0xF8; // The chip holds the wire for some bits' time.
    private const int ConversionUs = 750_000;
    private const short PowerOnSixteenths = 85 * 16;

    private readonly List<ChipViolation> _violations = [];
    private readonly Queue<SerialFrame> _echoes = new();
    private readonly Queue<bool> _output = new();
    private readonly List<bool> _input = [];
    private readonly byte[] _eeprom = [0x4B, 0x46, 0x7F];
    private byte[] _settings = [0x4B, 0x46, 0x7F];
    private short _sixteenths = PowerOnSixteenths;
    private long _convertedUs = long.MinValue;
    private State _state = State.Idle;
    private bool _isFrozen;

    // It restarted by itself: the master does not know that nobody listens until its next reset.
    private bool _isExcused;

    private enum State
    {
        Idle,
        RomCommand,
        FunctionCommand,
        Writing,
        Sending,
        Converting,
    }

    /// <inheritdoc/>
    public IReadOnlyList<ChipViolation> Violations => _violations;

    /// <inheritdoc/>
    public bool IsPlugged { get; private set; } = true;

    /// <summary>The first byte of the ROM: 0x28 for this chip.</summary>
    public byte Family { get; init; } = 0x28;

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
        _settings = [.. _eeprom];
        _sixteenths = PowerOnSixteenths;
        _convertedUs = long.MinValue;
        _state = State.Idle;
        _isExcused = true;
        _output.Clear();
        _input.Clear();
    }

    /// <inheritdoc/>
    public void Freeze(long uptimeUs) => _isFrozen = true;

    /// <inheritdoc/>
    public void Recover(long uptimeUs) => _isFrozen = false;

    /// <inheritdoc/>
    public void Receive(long uptimeUs, int baudRate, ReadOnlySpan<byte> bytes)
    {
        byte[] echo = bytes.ToArray();
        for (int i = 0; i < echo.Length && IsPlugged; i++)
        {
            long nowUs = uptimeUs + (i * 10_000_000L / baudRate);
            echo[i] = baudRate == ResetBaudRate ? Reset(nowUs, echo[i]) : Slot(nowUs, baudRate, echo[i]);
        }

        _echoes.Enqueue(new SerialFrame(uptimeUs, baudRate, echo));
    }

    /// <inheritdoc/>
    public bool TrySend(long uptimeUs, out SerialFrame frame) => _echoes.TryDequeue(out frame);

    private byte Reset(long nowUs, byte value)
    {
        if (value != 0xF0)
        {
            Violate(nowUs, $"0x{value:X2} at 9600 baud is no reset");
            return value;
        }

        _isExcused = false;
        _state = State.RomCommand;
        _input.Clear();
        _output.Clear();
        return PresenceEcho;
    }

    private byte Slot(long nowUs, int baudRate, byte value)
    {
        if (baudRate != BitBaudRate || value is not (0x00 or 0xFF))
        {
            Violate(nowUs, $"0x{value:X2} at {baudRate} baud is no bit");
            return value;
        }

        bool isOne = value == 0xFF;
        switch (_state)
        {
            case State.RomCommand or State.FunctionCommand or State.Writing:
                _input.Add(isOne);
                Obey(nowUs);
                return value;
            case State.Sending when isOne:
                return _output.TryDequeue(out bool bit) && !bit ? ZeroEcho : value;
            case State.Converting when isOne:
                return _isFrozen || nowUs < _convertedUs ? ZeroEcho : value;
            case State.Idle when _isExcused:
                return value;
            default:
                Violate(nowUs, $"a bit is written while the chip is {_state}");
                return value;
        }
    }

    private void Obey(long nowUs)
    {
        if (_input.Count < (_state == State.Writing ? 24 : 8))
        {
            return;
        }

        byte[] taken = [.. _input.Chunk(8).Select(bits => (byte)bits.Select((bit, i) => bit ? 1 << i : 0).Sum())];
        _input.Clear();
        switch (_state, taken[0])
        {
            case (State.Writing, _):
                _settings = taken;
                _state = State.Idle;
                break;
            case (State.RomCommand, 0xCC):
                _state = State.FunctionCommand;
                break;
            case (State.RomCommand, 0x33):
                Send([Family, .. Enumerable.Range(0, 6).Select(i => (byte)(serial >> (8 * i)))]);
                break;
            case (State.FunctionCommand, 0x44):
                _state = State.Converting;
                _convertedUs = nowUs + ConversionUs;
                double celsius = airAt(nowUs).TemperatureCelsius;
                _convertedUs = double.IsNaN(celsius) ? long.MaxValue : _convertedUs; // It has no word for what nobody knows.
                bool isHeld = _isFrozen || double.IsNaN(celsius);
                _sixteenths = isHeld ? _sixteenths : (short)Math.Round(16 * Math.Clamp(celsius, -55, 125));
                break;
            case (State.FunctionCommand, 0x4E):
                _state = State.Writing;
                break;
            case (State.FunctionCommand, 0xBE):
                if (nowUs < _convertedUs)
                {
                    Violate(nowUs, "the scratchpad is read before the conversion has ended");
                }

                Send([(byte)_sixteenths, (byte)(_sixteenths >> 8), .. _settings, 0xFF, 0x0C, 0x10]);
                break;
            default:
                Violate(nowUs, $"an unknown command 0x{taken[0]:X2}");
                _state = State.Idle;
                break;
        }
    }

    private void Send(byte[] bytes)
    {
        _state = State.Sending;
        foreach (byte value in (byte[])[.. bytes, Checksum(bytes)])
        {
            for (int bit = 0; bit < 8; bit++)
            {
                _output.Enqueue((value >> bit & 1) != 0);
            }
        }
    }

    private static byte Checksum(byte[] bytes)
    {
        int crc = 0;
        foreach (byte value in bytes)
        {
            for (int bit = 0; bit < 8; bit++)
            {
                bool mix = ((crc ^ (value >> bit)) & 1) != 0;
                crc = (crc >> 1) ^ (mix ? 0x8C : 0);
            }
        }

        return (byte)crc;
    }

    private void Violate(long nowUs, string sentence) =>
        _violations.Add(new ChipViolation(nowUs, -1, sentence, "DS18B20, ROM and function commands"));
}
