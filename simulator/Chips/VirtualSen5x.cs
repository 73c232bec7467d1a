using UlmEdge.Simulator.Weather;

namespace UlmEdge.Simulator.Chips;

/// <summary>A Sensirion SEN50, SEN54 or SEN55 (datasheet version 1.1): particulates, and by model humidity and gases.</summary>
public sealed class VirtualSen5x : VirtualSensirion
{
    private const long PeriodUs = 1_000_000;
    private const long NoxReadyUs = 11_000_000; // 5.2: the NOx index comes after ten to eleven seconds.
    private const ushort Unknown = 0xFFFF;
    private const ushort UnknownSigned = 0x7FFF;

    private readonly Dictionary<int, SensirionCommand> _commands;
    private readonly string _model;
    private readonly Func<long, AirState> _airAt;
    private readonly Func<long, StreetState> _streetAt;
    private long _startedUs;
    private long _nextUs = long.MaxValue;
    private bool _hasData;

    /// <summary>A part.</summary>
    /// <param name="model">SEN50, SEN54 or SEN55.</param>
    /// <param name="airAt">The air around it at a time in microseconds since the supply came on.</param>
    /// <param name="streetAt">What is in that air.</param>
    public VirtualSen5x(string model, Func<long, AirState> airAt, Func<long, StreetState> streetAt)
        : base(startMs: 50)
    {
        _model = model;
        _airAt = airAt;
        _streetAt = streetAt;

        // Datasheet table 15.
        _commands = new()
        {
            [0x0021] = new("start measurement", 50, true, false, (nowUs, _) => Start(nowUs)),
            [0x0104] = new("stop measurement", 200, false, true, (_, _) => Stop()),
            [0x0202] = new("read data-ready flag", 20, true, true, (nowUs, _) => [(ushort)(IsReady(nowUs) ? 1 : 0)]),
            [0x03C4] = new("read measured values", 20, false, true, (nowUs, _) => Values(nowUs)),
            [0xD304] = new("device reset", 100, true, true, (_, _) => Stop()),
            [0xD014] = new("read product name", 20, true, true, (_, _) => SensirionWords.OfText(model, 16)),
            [0xD033] = new("read serial number", 20, true, true, (_, _) => SensirionWords.OfText("5A6B7C8D9EAFB0C1", 16)),
        };
    }

    /// <inheritdoc/>
    protected override string Section => "SEN5x 6.1";

    /// <inheritdoc/>
    protected override SensirionCommand? Find(int code) => _commands.GetValueOrDefault(code);

    /// <inheritdoc/>
    protected override void Restarted(long uptimeUs) => _nextUs = long.MaxValue;

    private ushort[]? Start(long nowUs)
    {
        IsMeasuring = true;
        _startedUs = nowUs;
        _nextUs = nowUs + PeriodUs;
        _hasData = false;
        return null;
    }

    private ushort[]? Stop()
    {
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
            Refuse(nowUs, 0x03C4, "read measured values although there are no new ones");
        }

        _hasData = false;
        AirState air = _airAt(nowUs);
        StreetState street = _streetAt(nowUs);
        bool hasGas = _model != "SEN50";
        bool hasNox = _model == "SEN55" && nowUs >= _startedUs + NoxReadyUs;
        return
        [
            Tenths(street.Pm1), Tenths(street.Pm25), Tenths(street.Pm4), Tenths(street.Pm10),
            hasGas ? Signed(100 * air.HumidityPercent) : UnknownSigned,
            hasGas ? Signed(200 * air.TemperatureCelsius) : UnknownSigned,
            hasGas ? Tenths(Math.Min(500, 100 * street.Pollution)) : UnknownSigned,
            hasNox ? Tenths(Math.Min(500, street.Pollution)) : UnknownSigned,
        ];
    }

    private static ushort Signed(double value) => double.IsNaN(value) ? UnknownSigned : (ushort)(short)Math.Round(value);

    private static ushort Tenths(double value) => double.IsNaN(value) ? Unknown : (ushort)Math.Clamp(Math.Round(10 * value), 0, 65534);
}
