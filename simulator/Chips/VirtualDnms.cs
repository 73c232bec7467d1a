using UlmEdge.Simulator.Weather;

namespace UlmEdge.Simulator.Chips;

/// <summary>A DNMS (Digital Noise Measurement Sensor) with a Teensy 4: sound levels since the calculation before.</summary>
/// <remarks>
/// As its firmware does it: it comes up with its audio interrupts off, and its command "reset" turns them on; until then it
/// answers, and all levels are 0. When the microphone falls silent, the least and the greatest level stay at 0.
/// </remarks>
public sealed class VirtualDnms : VirtualSensirion
{
    private const long CalculationUs = 20_000;
    private const long SlotUs = 125_000;
    private const double Below = 4.3;
    private const double Above = 7.9;

    private readonly Dictionary<int, SensirionCommand> _commands;
    private readonly Func<long, StreetState> _streetAt;
    private long _doneUs = long.MaxValue;
    private long _sinceUs = long.MaxValue;
    private double _mean;
    private (double Mean, double Least, double Greatest) _levels;

    /// <summary>A part that nobody has told to listen.</summary>
    /// <param name="version">What it says of itself; 18 characters at most.</param>
    /// <param name="streetAt">The street around it at a time in microseconds since the supply came on.</param>
    public VirtualDnms(string version, Func<long, StreetState> streetAt)
        : base(startMs: 1_000)
    {
        _streetAt = streetAt;
        _commands = new()
        {
            [0x0001] = new("reset", 1, true, true, (nowUs, _) => Listen(nowUs)),
            [0x0002] = new("read version", 0, true, true, (_, _) => SensirionWords.OfText(version, 9)),
            [0x0003] = new("calculate Leq", 0, true, true, (nowUs, _) => Calculate(nowUs)),
            [0x0004] = new("read data ready", 0, true, true, (nowUs, _) => [(ushort)(IsReady(nowUs) ? 1 : 0)]),
            [0x0005] = new("read Leq", 0, true, true, (nowUs, _) => Levels(nowUs)),
        };
    }

    /// <summary>The microphone is torn off, or mended: audio no longer comes, or does again.</summary>
    public bool IsDeaf { get; set; }

    /// <inheritdoc/>
    protected override string Section => "DNMS I2C commands";

    /// <inheritdoc/>
    protected override SensirionCommand? Find(int code) => _commands.GetValueOrDefault(code);

    /// <inheritdoc/>
    protected override void Restarted(long uptimeUs)
    {
        _doneUs = long.MaxValue;
        _sinceUs = long.MaxValue;
        _mean = 0;
    }

    private ushort[]? Listen(long nowUs)
    {
        _sinceUs = Math.Min(_sinceUs, nowUs);
        return null;
    }

    private ushort[]? Calculate(long nowUs)
    {
        bool hasHeard = !IsDeaf && _sinceUs != long.MaxValue && nowUs - _sinceUs >= SlotUs;
        double level = _streetAt(nowUs).SoundDecibels;
        _mean = hasHeard ? level : _mean;
        _levels = (_mean, hasHeard ? level - Below : 0, hasHeard ? level + Above : 0);
        _sinceUs = _sinceUs == long.MaxValue ? _sinceUs : nowUs;
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
        return SensirionWords.OfFloats(_levels.Mean, _levels.Least, _levels.Greatest);
    }
}
