using UlmEdge.Core.Plausibility;
using UlmEdge.Core.Readings;
using UlmEdge.Ports;

namespace UlmEdge.Tests.Core.Plausible;

/// <summary>Rules for the sensors of a test, and the sample that they judge.</summary>
internal sealed class PlausibilityBench
{
    private PlausibilityRules _rules;

    public PlausibilityBench(Quantity[] quantities) => _rules = Rules([quantities]);

    public Sample Sample { get; } = new();

    /// <summary>Other sensors, and nothing remembered.</summary>
    public void Fit(params Quantity[][] sensors) => _rules = Rules(sensors);

    /// <summary>Judges these values; they must come out as they were.</summary>
    public void Judge(long seconds, params int[] values)
    {
        Sample.UptimeSeconds = seconds;
        for (int i = 0; i < values.Length; i++)
        {
            Sample.Due[i] = true;
            Sample.Readings[i] = Reading.Of(values[i]);
        }

        Judge();
        Assert.Equal(values, Sample.Readings.Take(values.Length).Select(reading => reading.Value));
    }

    public void Judge() => _rules.Judge(Sample);

    /// <summary>The first sensor has no value.</summary>
    public void Miss(Absence reason)
    {
        Sample.Due[0] = true;
        Sample.Readings[0] = Reading.Missing(reason);
        Judge();
    }

    public Quality[] Flags(int count) => [.. Sample.Readings.Take(count).Select(reading => reading.Quality)];

    private static PlausibilityRules Rules(Quantity[][] sensors) =>
        new(new ChannelList([.. sensors.Select(quantities => new FakeSensor { Quantities = quantities })]));
}
