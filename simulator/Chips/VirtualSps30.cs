using UlmEdge.Simulator.Weather;

namespace UlmEdge.Simulator.Chips;

/// <summary>A Sensirion SPS30 on I2C (datasheet version 1.0, 2020): particulates by light scattering, one value a second.</summary>
/// <remarks>In the first seconds after the fan has started the air in it stands: it counts too little (4.1, start-up time).</remarks>
public sealed class VirtualSps30 : VirtualSensirion
{
    private const ushort FloatFormat = 0x0300;
    private const long PeriodUs = 1_000_000;
    private const double StartSeconds = 8;

    private readonly Dictionary<int, SensirionCommand> _commands;
    private readonly Func<long, StreetState> _streetAt;
    private long _startedUs;
    private long _nextUs = long.MaxValue;
    private bool _hasData;

    /// <summary>A part.</summary>
    /// <param name="serial">Its serial number, ASCII.</param>
    /// <param name="streetAt">The street around it at a time in microseconds since the supply came on.</param>
    public VirtualSps30(string serial, Func<long, StreetState> streetAt)
        : base(startMs: 100)
    {
        _streetAt = streetAt;

        // Datasheet table 6.
        _commands = new()
        {
            [0x0010] = new("start measurement", 20, true, false, Start) { Arguments = 1 },
            [0x0104] = new("stop measurement", 20, false, true, (nowUs, _) => Stop(nowUs)),
            [0x0202] = new("read data-ready flag", 1, false, true, (nowUs, _) => [(ushort)(IsReady(nowUs) ? 1 : 0)]),
            [0x0300] = new("read measured values", 1, false, true, (nowUs, _) => Values(nowUs)),
            [0xD304] = new("device reset", 100, true, true, (nowUs, _) => Stop(nowUs)),
            [0xD002] = new("read product type", 1, true, true, (_, _) => SensirionWords.OfText("00080000", 4)),
            [0xD033] = new("read serial number", 1, true, true, (_, _) => SensirionWords.OfText(serial, 16)),
        };
    }

    /// <summary>Seconds that fan and laser ran.</summary>
    public double RunSeconds { get; private set; }

    /// <inheritdoc/>
    protected override string Section => "SPS30 6.3";

    /// <inheritdoc/>
    protected override SensirionCommand? Find(int code) => _commands.GetValueOrDefault(code);

    /// <inheritdoc/>
    protected override void Restarted(long uptimeUs) => _nextUs = long.MaxValue;

    private ushort[]? Start(long nowUs, ushort[] arguments)
    {
        if (arguments[0] != FloatFormat)
        {
            Refuse(nowUs, 0x0010, $"start measurement with 0x{arguments[0]:X4} for its format");
        }

        IsMeasuring = true;
        _startedUs = nowUs;
        _nextUs = nowUs + PeriodUs;
        _hasData = false;
        return null;
    }

    private ushort[]? Stop(long nowUs)
    {
        RunSeconds += IsMeasuring ? (nowUs - _startedUs) / 1e6 : 0;
        IsMeasuring = false;
        _nextUs = long.MaxValue;
        return null;
    }

    private bool IsReady(long nowUs)
    {
        if (nowUs >= _nextUs && !IsFrozen)
        {
            _nextUs += ((nowUs - _nextUs) / PeriodUs + 1) * PeriodUs;
            _hasData = true;
        }

        return _hasData;
    }

    private ushort[] Values(long nowUs)
    {
        if (!IsReady(nowUs))
        {
            Refuse(nowUs, 0x0300, "read measured values although there are none");
        }

        _hasData = false;
        StreetState street = _streetAt(nowUs);
        double share = 1 - Math.Exp(-(nowUs - _startedUs) / 1e6 * 12 / StartSeconds);
        double size = 0.3 + (street.Pm10 > 0 ? (street.Pm10 - street.Pm1) / street.Pm10 : 0);
        return SensirionWords.OfFloats(
            share * street.Pm1, share * street.Pm25, share * street.Pm4, share * street.Pm10,
            share * 6.6 * street.Pm1, share * 7.4 * street.Pm1, share * 7.6 * street.Pm1, share * 7.7 * street.Pm1,
            share * 7.8 * street.Pm1,
            size);
    }
}
