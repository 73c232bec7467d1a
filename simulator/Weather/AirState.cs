namespace UlmEdge.Simulator.Weather;

/// <summary>The physical truth about the air at one place and time; NaN where the world has no data.</summary>
/// <param name="TemperatureCelsius">Air temperature.</param>
/// <param name="HumidityPercent">Relative humidity over water, 0 to 100.</param>
/// <param name="PressurePascal">Pressure at the place itself, not reduced to sea level.</param>
public readonly record struct AirState(double TemperatureCelsius, double HumidityPercent, double PressurePascal)
{
    /// <summary>Nothing is known.</summary>
    public static readonly AirState Unknown = new(double.NaN, double.NaN, double.NaN);
}
