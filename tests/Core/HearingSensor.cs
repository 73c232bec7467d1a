using UlmEdge.Ports;

namespace UlmEdge.Tests.Core;

/// <summary>A sensor that takes note of what it is told of others.</summary>
internal sealed class HearingSensor : ISensor, ICompensated
{
    public string Name => "hearing";

    public Quantity[] Quantities { get; } = [Quantity.CarbonDioxide];

    public int LeadMs => 0;

    public List<(Quantity Quantity, int Value)> Heard { get; } = [];

    public void Compensate(Quantity quantity, int value) => Heard.Add((quantity, value));

    public int Begin(long uptimeMs) => 0;

    public int Collect(long uptimeMs, Reading[] readings, int offset)
    {
        readings[offset] = Reading.Of(440);
        return 0;
    }
}
