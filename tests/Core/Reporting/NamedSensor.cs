using UlmEdge.Ports;

namespace UlmEdge.Tests.Core.Reports;

/// <summary>A sensor that has a name and quantities, and is never asked for more.</summary>
internal sealed class NamedSensor(string name, Quantity[] quantities) : ISensor
{
    public string Name => name;

    public Quantity[] Quantities => quantities;

    public int LeadMs => 0;

    public int Begin(long uptimeMs) => throw new NotSupportedException();

    public int Collect(long uptimeMs, Reading[] readings, int offset) => throw new NotSupportedException();
}
