using UlmEdge.Simulator.Weather;

namespace UlmEdge.Simulator.Chips;

/// <summary>A Sensirion SHT40 (datasheet version 6, 2023): one-byte commands, one measurement at a time.</summary>
/// <param name="serial">The part's serial number.</param>
/// <param name="airAt">The air around it at a time in microseconds since the supply came on.</param>
public sealed class VirtualSht4x(uint serial, Func<long, AirState> airAt) : II2cChip, IVirtualChip
{
    // Datasheet table 5, maxima: high, medium, low repeatability; table 4: power-up and soft reset take 1 ms at most.
    private const int StartUs = 1_000;

    private static readonly Dictionary<byte, int> MeasureUs = new() { [0xFD] = 8_300, [0xF6] = 4_500, [0xE0] = 1_600 };

    private readonly List<ChipViolation> _violations = [];
    private byte[]? _answer;
    private long _readyUs;
    private bool _isFrozen;
    private bool _isUnknown;
    private bool _isMeasuring;

    // A command went lost in a reset: the master does not know that there is no answer.
    private bool _isExcused;

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
        _isExcused = _answer != null;
        _answer = null;
        _isMeasuring = false;
        _readyUs = uptimeUs + StartUs;
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

        if (uptimeUs < _readyUs && _isMeasuring && !_isFrozen)
        {
            return Refuse(uptimeUs, bytes.Length == 0 ? -1 : bytes[0], "a command while it measures"); // 4.4: it acknowledges nothing.
        }

        if (bytes.Length == 0)
        {
            return true;
        }

        if (bytes.Length > 1)
        {
            return Refuse(uptimeUs, bytes[0], $"{bytes.Length} bytes where a command has one");
        }

        return bytes[0] switch
        {
            0x89 => Answer(uptimeUs, 0, (ushort)(serial >> 16), (ushort)serial),
            0x94 => Reset(uptimeUs),
            byte code when MeasureUs.TryGetValue(code, out int durationUs) => Measure(uptimeUs, durationUs),
            byte code => Refuse(uptimeUs, code, "an unknown command"),
        };
    }

    /// <inheritdoc/>
    public bool Read(long uptimeUs, Span<byte> buffer)
    {
        if (!IsPlugged)
        {
            return false;
        }

        if ((_isFrozen || _isUnknown) && _isMeasuring)
        {
            return false;
        }

        if (_answer is not { } answer)
        {
            return !_isExcused && Refuse(uptimeUs, -1, "a read without a command before it");
        }

        if (uptimeUs < _readyUs)
        {
            return Refuse(uptimeUs, -1, "a read before the measurement can have ended");
        }

        if (buffer.Length > answer.Length || buffer.Length % 3 != 0)
        {
            Refuse(uptimeUs, -1, $"a read of {buffer.Length} bytes where the answer has {answer.Length}");
        }

        buffer.Fill(0xFF);
        answer.AsSpan(0, Math.Min(answer.Length, buffer.Length)).CopyTo(buffer);
        _answer = null;
        _isMeasuring = false;
        return true;
    }

    private bool Measure(long uptimeUs, int durationUs)
    {
        AirState air = airAt(uptimeUs);
        _isUnknown = double.IsNaN(air.TemperatureCelsius + air.HumidityPercent); // It has no word for that.
        Answer(
            uptimeUs,
            durationUs,
            Code((air.TemperatureCelsius + 45) / 175),
            Code((air.HumidityPercent + 6) / 125));
        _isMeasuring = true;
        return true;
    }

    private bool Answer(long uptimeUs, int durationUs, params ReadOnlySpan<ushort> words)
    {
        _isExcused = false;
        _answer = SensirionWords.Of(words);
        _readyUs = uptimeUs + durationUs;
        return true;
    }

    private bool Reset(long uptimeUs)
    {
        ResetByItself(uptimeUs);
        return true;
    }

    private bool Refuse(long uptimeUs, int command, string sentence)
    {
        _violations.Add(new ChipViolation(uptimeUs, command, sentence, "SHT4x 4.4, 4.5"));
        return false;
    }

    private static ushort Code(double share) => (ushort)Math.Clamp(Math.Round(share * 65535), 0, 65535);
}
