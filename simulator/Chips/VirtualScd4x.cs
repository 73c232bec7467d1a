using UlmEdge.Simulator.Weather;

namespace UlmEdge.Simulator.Chips;

/// <summary>A Sensirion SCD40 or SCD41 (datasheet version 1.4): carbon dioxide by photoacoustics, temperature, humidity.</summary>
/// <remarks>
/// What it senses is how many molecules there are; of that it makes parts per million with the pressure that it was told, 1013 hPa
/// (altitude 0) if none. A wrong pressure makes a wrong number, as on the part.
/// </remarks>
public sealed class VirtualScd4x : VirtualSensirion
{
    private const int DefaultHectopascal = 1013;
    private const long PeriodUs = 5_000_000;
    private const long LowPowerPeriodUs = 30_000_000;

    private readonly Dictionary<int, SensirionCommand> _commands;
    private readonly ulong _serial;
    private readonly Func<long, AirState> _airAt;
    private readonly Func<long, StreetState> _streetAt;
    private int _hectopascal = DefaultHectopascal;
    private long _periodUs;
    private long _nextUs = long.MaxValue;
    private ushort[]? _data;

    /// <summary>A part.</summary>
    /// <param name="serial">Its serial number, 48 bits.</param>
    /// <param name="airAt">The air around it at a time in microseconds since the supply came on.</param>
    /// <param name="streetAt">What is in that air.</param>
    public VirtualScd4x(ulong serial, Func<long, AirState> airAt, Func<long, StreetState> streetAt)
        : base(startMs: 30)
    {
        _serial = serial;
        _airAt = airAt;
        _streetAt = streetAt;

        // Datasheet table 9.
        _commands = new()
        {
            [0x21B1] = new("start_periodic_measurement", 0, true, false, (nowUs, _) => Start(nowUs, PeriodUs)),
            [0x21AC] = new("start_low_power_periodic_measurement", 0, true, false, (nowUs, _) => Start(nowUs, LowPowerPeriodUs)),
            [0xEC05] = new("read_measurement", 1, false, true, (nowUs, _) => TakeData(nowUs)),
            [0x3F86] = new("stop_periodic_measurement", 500, true, true, (_, _) => Stop()),
            [0xE000] = new("set_ambient_pressure", 1, true, true, SetPressure) { Arguments = 1 },
            [0xE4B8] = new("get_data_ready_status", 1, true, true, (nowUs, _) => [(ushort)(0x8000 | (IsReady(nowUs) ? 6 : 0))]),
            [0x3682] = new("get_serial_number", 1, true, false, (_, _) => SerialNumber()),
        };
    }

    /// <inheritdoc/>
    protected override string Section => "SCD4x 3.4";

    /// <inheritdoc/>
    protected override SensirionCommand? Find(int code) => _commands.GetValueOrDefault(code);

    /// <inheritdoc/>
    protected override void Restarted(long uptimeUs)
    {
        _hectopascal = DefaultHectopascal;
        _nextUs = long.MaxValue;
        _data = null;
    }

    private ushort[]? Start(long nowUs, long periodUs)
    {
        IsMeasuring = true;
        _periodUs = periodUs;
        _nextUs = nowUs + periodUs;
        _data = null;
        return null;
    }

    private ushort[]? Stop()
    {
        IsMeasuring = false;
        _nextUs = long.MaxValue;
        _data = null;
        return null;
    }

    private ushort[]? SetPressure(long nowUs, ushort[] arguments)
    {
        if (arguments[0] is < 700 or > 1200)
        {
            Refuse(nowUs, 0xE000, $"an ambient pressure of {arguments[0]} hPa");
        }

        _hectopascal = arguments[0];
        return null;
    }

    private ushort[] SerialNumber() => [(ushort)(_serial >> 32), (ushort)(_serial >> 16), (ushort)_serial];

    private bool IsReady(long nowUs)
    {
        if (nowUs >= _nextUs && !IsFrozen)
        {
            _nextUs += ((nowUs - _nextUs) / _periodUs + 1) * _periodUs;
            AirState air = _airAt(nowUs);
            if (double.IsNaN(air.TemperatureCelsius + air.HumidityPercent + air.PressurePascal))
            {
                return _data != null; // The chip has no word for a value that nobody knows.
            }

            double ppm = _streetAt(nowUs).CarbonDioxidePpm * air.PressurePascal / (100.0 * _hectopascal);
            _data = [Rounded(ppm), Rounded((air.TemperatureCelsius + 45) * 65535 / 175), Rounded(air.HumidityPercent * 65535 / 100)];
        }

        return _data != null;
    }

    // 3.5.2: the buffer is emptied by the read; without data the chip does not acknowledge.
    private ushort[]? TakeData(long nowUs)
    {
        if (!IsReady(nowUs))
        {
            Refuse(nowUs, 0xEC05, "read_measurement although no data are ready");
        }

        ushort[]? data = _data;
        _data = null;
        return data;
    }

    private static ushort Rounded(double value) => (ushort)Math.Clamp(Math.Round(value), 0, 65535);
}
