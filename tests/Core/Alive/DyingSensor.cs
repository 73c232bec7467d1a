using UlmEdge.Ports;

namespace UlmEdge.Tests.Core.Alive;

/// <summary>A sensor at which the board dies when it is begun, or when it is collected.</summary>
internal sealed class DyingSensor : ISensor
{
    private readonly FakeSensor _sensor = new();

    public bool IsDeadly { get; set; }

    public bool DiesLate { get; init; }

    public string Name => "deadly";

    public Quantity[] Quantities { get; } = [Quantity.Temperature];

    public int LeadMs => 0;

    public int Begun { get; private set; }

    public int Begin(long uptimeMs)
    {
        Begun++;
        return IsDeadly && !DiesLate ? throw new BoardDiedException() : _sensor.Begin(uptimeMs);
    }

    public int Collect(long uptimeMs, Reading[] readings, int offset)
    {
        readings[offset] = Reading.Of(2100);
        return IsDeadly ? throw new BoardDiedException() : 0;
    }
}
