using UlmEdge.Simulator.Weather;

namespace UlmEdge.Simulator.Chips;

/// <summary>A battery behind two equal resistors from its plus to ground; the converter's pin is between them.</summary>
/// <remarks>Nothing about it can be used wrongly, and it can neither restart nor freeze.</remarks>
/// <param name="streetAt">Its voltage at a time in microseconds since the supply came on.</param>
public sealed class VirtualBattery(Func<long, StreetState> streetAt) : IVirtualChip, IVoltageSource
{
    /// <inheritdoc/>
    public IReadOnlyList<ChipViolation> Violations => [];

    /// <inheritdoc/>
    public bool IsPlugged { get; private set; } = true;

    /// <inheritdoc/>
    public void Unplug() => IsPlugged = false;

    /// <inheritdoc/>
    public void Plug(long uptimeUs) => IsPlugged = true;

    /// <inheritdoc/>
    public void ResetByItself(long uptimeUs)
    {
    }

    /// <inheritdoc/>
    public void Freeze(long uptimeUs)
    {
    }

    /// <inheritdoc/>
    public void Recover(long uptimeUs)
    {
    }

    /// <inheritdoc/>
    public double VoltsAt(long uptimeUs)
    {
        double volts = streetAt(uptimeUs).BatteryVolts;
        return IsPlugged && !double.IsNaN(volts) ? volts / 2 : 0; // Without a battery its resistor holds the pin at ground.
    }
}
