using UlmEdge.Simulator.Weather;

namespace UlmEdge.Simulator.Chips;

/// <summary>A part that the weather moves and that closes a contact to ground once for so much of it.</summary>
/// <remarks>It has no supply and nothing about it can be used wrongly.</remarks>
/// <param name="streetAt">What moves it, at a time in microseconds since the supply came on.</param>
public abstract class VirtualContact(Func<long, StreetState> streetAt) : IVirtualChip, IPulseSource
{
    private const long StepUs = 5_000_000;

    private long _untilUs;
    private double _share; // Of the way to the next closing.
    private long _pulses;
    private bool _isStuck;

    /// <inheritdoc/>
    public IReadOnlyList<ChipViolation> Violations => [];

    /// <inheritdoc/>
    public bool IsPlugged { get; private set; } = true;

    /// <summary>Pulses for each closing: more than one where nothing keeps the contact from bouncing.</summary>
    public int Bounces { get; set; } = 1;

    /// <inheritdoc/>
    public void Unplug() => IsPlugged = false;

    /// <inheritdoc/>
    public void Plug(long uptimeUs)
    {
        PulsesUntil(uptimeUs); // Those of the time until now went nowhere.
        IsPlugged = true;
        _isStuck = false;
    }

    /// <inheritdoc/>
    public void ResetByItself(long uptimeUs)
    {
    }

    /// <inheritdoc/>
    public void Freeze(long uptimeUs)
    {
        PulsesUntil(uptimeUs);
        _isStuck = true;
    }

    /// <inheritdoc/>
    public void Recover(long uptimeUs)
    {
        PulsesUntil(uptimeUs);
        _isStuck = false;
    }

    /// <inheritdoc/>
    public long PulsesUntil(long uptimeUs)
    {
        while (_untilUs < uptimeUs)
        {
            long stepUs = Math.Min(StepUs, uptimeUs - _untilUs);
            double rate = ClosingsPerSecond(streetAt(_untilUs));
            _untilUs += stepUs;
            _share += _isStuck || double.IsNaN(rate) ? 0 : rate * stepUs / 1e6;
            double closings = Math.Floor(_share);
            _share -= closings;
            _pulses += IsPlugged ? (long)closings * Bounces : 0;
        }

        return _pulses;
    }

    /// <summary>How often it closes in this weather; NaN where that is not known.</summary>
    protected abstract double ClosingsPerSecond(StreetState street);
}
