using UlmEdge.Simulator.Weather;

namespace UlmEdge.Simulator.Chips;

/// <summary>When a BMx280 converts, and what its data registers hold (BME280 3.3, BMP280 3.6).</summary>
/// <remarks>
/// Nothing happens between two calls: <see cref="AdvanceTo"/> catches up. A conversion looks at the air once, when it
/// starts. Reads see the registers of one instant, so the shadowing of burst reads (BME280 4.1) holds by itself.
/// </remarks>
internal sealed class ConversionEngine(SensingElement element, Func<long, AirState> airAt)
{
    private const int Sleep = 0b00;
    /// <summary>Normal mode as two bits.</summary>
    public const int Normal = 0b11;

    private const int StartUpUs = 2000; // BME280 table 1, BMP280 table 2

    // The filter's memory of older cycles than these is below one bit of twenty: (15/16)^256 < 2^-23.
    private const int FilteredCyclesMax = 256;

    private readonly IirFilter _filter = new();
    private MeasurementSettings _settings;
    private MeasurementSettings? _waiting;
    private long _readyUs = StartUpUs;
    private long _startUs;
    private long _dueUs;

    /// <summary>The mode now, as two bits.</summary>
    public int Mode { get; private set; }

    /// <summary>The data registers.</summary>
    public RawSample Data { get; private set; } = RawSample.PowerOn;

    /// <summary>Whether any conversion has ended since the last reset.</summary>
    public bool HasCompleted { get; private set; }

    /// <summary>Conversions no longer end.</summary>
    public bool Frozen { get; set; }

    /// <summary>Data registers no longer change.</summary>
    public bool Latched { get; set; }

    /// <summary>Whether the trimming parameters are still being copied after a reset.</summary>
    public bool IsStartingUp(long uptimeUs) => uptimeUs < _readyUs;

    /// <summary>Whether a conversion is running at this time.</summary>
    public bool IsMeasuring(long uptimeUs) => Mode != Sleep && _startUs <= uptimeUs;

    /// <summary>Whether a conversion is running that is within its time, and none has ended before.</summary>
    public bool IsFirstDue(long uptimeUs) => !HasCompleted && Mode != Sleep && uptimeUs < _dueUs;

    /// <summary>Lets pass what happened until now.</summary>
    public void AdvanceTo(long uptimeUs)
    {
        if (Frozen)
        {
            return;
        }

        while (Mode != Sleep && _dueUs <= uptimeUs)
        {
            SkipCyclesBefore(uptimeUs);
            EndConversion();
        }
    }

    /// <summary>
    /// Obeys a write to a control register; what concerns a running conversion waits for its end (BME280 3.3.1).
    /// </summary>
    /// <returns>False when this command is ignored because an earlier one still waits for a sound conversion.</returns>
    public bool Command(long uptimeUs, MeasurementSettings settings)
    {
        if (IsMeasuring(uptimeUs))
        {
            var isFirst = _waiting is null;
            _waiting ??= settings;
            return isFirst || Frozen;
        }

        Switch(uptimeUs, settings);
        return true;
    }

    /// <summary>Takes a new config register for the conversions to come; the filter starts anew.</summary>
    public void Configure(byte config)
    {
        _filter.Reset();
        _settings = _settings with { Config = config };
        _waiting = _waiting is { } waiting ? waiting with { Config = config } : null;
    }

    /// <summary>Back to the state after power-on, apart from what a fault holds.</summary>
    public void Reset(long uptimeUs)
    {
        _readyUs = uptimeUs + StartUpUs;
        Mode = Sleep;
        _waiting = null;
        HasCompleted = false;
        _filter.Reset();
        if (!Latched)
        {
            Data = RawSample.PowerOn;
        }
    }

    private void Switch(long uptimeUs, MeasurementSettings settings)
    {
        _settings = settings;
        Mode = settings.Mode;
        Start(uptimeUs);
    }

    private void Start(long uptimeUs)
    {
        _startUs = Math.Max(uptimeUs, _readyUs);
        _dueUs = _startUs + _settings.ConversionUs;
    }

    private void EndConversion()
    {
        var sample = _filter.Apply(element.Digitise(airAt(_startUs), _settings), _settings.FilterCoefficient);
        Data = Latched ? Data : sample;
        HasCompleted = true;
        if (_waiting is { } settings)
        {
            _waiting = null;
            Switch(_dueUs, settings);
        }
        else if (Mode == Normal)
        {
            Start(_dueUs + _settings.StandbyUs);
        }
        else
        {
            Mode = Sleep;
        }
    }

    /// <summary>A chip left alone for a day has converted, but nobody saw: only the last cycles count.</summary>
    private void SkipCyclesBefore(long uptimeUs)
    {
        if (Mode != Normal || _waiting is not null)
        {
            return;
        }

        var cycleUs = _settings.ConversionUs + _settings.StandbyUs;
        var cyclesToKeep = _settings.FilterCoefficient > 1 ? FilteredCyclesMax : 1;
        var cyclesToSkip = (uptimeUs - _dueUs) / cycleUs - cyclesToKeep;
        if (cyclesToSkip > 0)
        {
            Start(_startUs + cyclesToSkip * cycleUs);
        }
    }
}
