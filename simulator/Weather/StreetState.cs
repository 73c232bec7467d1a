namespace UlmEdge.Simulator.Weather;

/// <summary>The physical truth about a street beyond its air's state: what weather and people put into it.</summary>
/// <remarks>NaN where the world has no data.</remarks>
public readonly record struct StreetState
{
    /// <summary>Nothing is known.</summary>
    public static readonly StreetState Unknown = new();

    /// <summary>A state of which nothing is known yet.</summary>
    public StreetState()
    {
    }

    /// <summary>Particles up to 1 µm in micrograms per cubic metre.</summary>
    public double Pm1 { get; init; } = double.NaN;

    /// <summary>Particles up to 2.5 µm in micrograms per cubic metre, those up to 1 µm included.</summary>
    public double Pm25 { get; init; } = double.NaN;

    /// <summary>Particles up to 4 µm in micrograms per cubic metre, all smaller ones included.</summary>
    public double Pm4 { get; init; } = double.NaN;

    /// <summary>Particles up to 10 µm in micrograms per cubic metre, all smaller ones included.</summary>
    public double Pm10 { get; init; } = double.NaN;

    /// <summary>Carbon dioxide in parts per million.</summary>
    public double CarbonDioxidePpm { get; init; } = double.NaN;

    /// <summary>How much a metal oxide layer has to oxidise, 1 in clean air and more with traffic.</summary>
    public double Pollution { get; init; } = double.NaN;

    /// <summary>Equivalent continuous sound level of the last minute, A-weighted, in decibels.</summary>
    public double SoundDecibels { get; init; } = double.NaN;

    /// <summary>Rain in millimetres an hour.</summary>
    public double RainMillimetresPerHour { get; init; } = double.NaN;

    /// <summary>Wind at the station in metres a second.</summary>
    public double WindMetresPerSecond { get; init; } = double.NaN;

    /// <summary>Voltage of the station's battery.</summary>
    public double BatteryVolts { get; init; } = double.NaN;
}
