using UlmEdge.Ports;

namespace UlmEdge.Tests.Core;

/// <summary>A sensor with three quantities that answers as the test wants.</summary>
internal sealed class FakeSensor : ISensor
{
    public string Name { get; init; } = "fake";

    public Quantity[] Quantities { get; init; } = [Quantity.Temperature, Quantity.RelativeHumidity, Quantity.Pressure];

    public int LeadMs { get; init; }

    /// <summary>What the next measurements yield, by index of the quantity.</summary>
    public Reading[] Readings { get; } = [Reading.Of(2137), Reading.Of(5620), Reading.Of(95_712)];

    /// <summary>What Begin answers.</summary>
    public int BeginMs { get; set; } = 20;

    /// <summary>How often Collect asks for more time before it delivers.</summary>
    public int Postponements { get; set; }

    public List<long> Begun { get; } = new(1024);

    public int Begin(long uptimeMs)
    {
        Begun.Add(uptimeMs);
        return BeginMs;
    }

    public int Collect(long uptimeMs, Reading[] readings, int offset)
    {
        if (Postponements > 0)
        {
            Postponements--;
            return 50;
        }

        for (int i = 0; i < Quantities.Length; i++)
        {
            readings[offset + i] = Readings[i];
        }

        return 0;
    }
}
