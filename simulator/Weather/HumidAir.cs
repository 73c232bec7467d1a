namespace UlmEdge.Simulator.Weather;

/// <summary>The Magnus formula with the coefficients of the WMO guide (WMO-No. 8, annex 4.B, over water).</summary>
public static class HumidAir
{
    /// <summary>Saturation vapour pressure at a temperature.</summary>
    public static double SaturationPascal(double celsius) => 611.2 * Math.Exp(17.62 * celsius / (243.12 + celsius));

    /// <summary>Relative humidity of air with a dew point.</summary>
    public static double HumidityPercent(double celsius, double dewPointCelsius) =>
        100 * SaturationPascal(dewPointCelsius) / SaturationPascal(celsius);
}
