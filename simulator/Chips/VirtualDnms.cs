using UlmEdge.Simulator.Weather;

namespace UlmEdge.Simulator.Chips;

/// <summary>A DNMS (Digital Noise Measurement Sensor) with a Teensy 4: sound levels since the calculation before.</summary>
public sealed class VirtualDnms : VirtualSensirion
{
    private const long CalculationUs = 20_000;
    private const double Below = 4.3;
    private const double Above = 7.9;

    private readonly Dictionary<int, SensirionCommand> _commands;
    private readonly Func<long, StreetState> _streetAt;
    private long _doneUs = long.MaxValue;

    /// <summary>A part.</summary>
    /// <param name="version">What it says of itself; 18 characters at most.</param>
    /// <param name="streetAt">The street around it at a time in microseconds since the supply came on.</param>
    public VirtualDnms(string version, Func<long, StreetState> streetAt)
        : base(startMs: 1_000)
    {
        _streetAt = streetAt;
        _commands = new()
        {
            [0x0001] = new("reset", 1_000, true, true, (_, _) => null),
            [0x0002] = new("read version", 1, true, true, (_, _) => SensirionWords.OfText(version, 9)),
            [0x0003] = new("calculate Leq", 1, true, true, (nowUs, _) => Calculate(nowUs)),
            [0x0004] = new("read data ready", 1, true, true, (nowUs, _) => [(ushort)(IsReady(nowUs) ? 1 : 0)]),
            [0x0005] = new("read Leq", 1, true, true, (nowUs, _) => Levels(nowUs)),
        };
    }

    /// <inheritdoc/>
    protected override string Section => "DNMS I2C commands";

    /// <inheritdoc/>
    protected override SensirionCommand? Find(int code) => _commands.GetValueOrDefault(code);

    /// <inheritdoc/>
    protected override void Restarted(long uptimeUs) => _doneUs = long.MaxValue;

    private ushort[]? Calculate(long nowUs)
    {
        _doneUs = nowUs + CalculationUs;
        return null;
    }

    private bool IsReady(long nowUs) => !IsFrozen && nowUs >= _doneUs;

    private ushort[] Levels(long nowUs)
    {
        if (!IsReady(nowUs))
        {
            Refuse(nowUs, 0x0005, "read Leq although no data are ready");
        }

        _doneUs = long.MaxValue;
        double level = _streetAt(nowUs).SoundDecibels;
        return SensirionWords.OfFloats(level, level - Below, level + Above);
    }
}
