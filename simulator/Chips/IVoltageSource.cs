namespace UlmEdge.Simulator.Chips;

/// <summary>A part whose output is a voltage.</summary>
public interface IVoltageSource
{
    /// <summary>Volts at a time in microseconds since the supply came on.</summary>
    double VoltsAt(long uptimeUs);
}
