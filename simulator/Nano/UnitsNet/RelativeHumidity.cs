namespace UnitsNet;

/// <summary>Relative humidity.</summary>
public readonly struct RelativeHumidity
{
    private RelativeHumidity(double value) => Percent = value;

    /// <summary>In per cent.</summary>
    public double Percent { get; }

    /// <summary>From per cent.</summary>
    public static RelativeHumidity FromPercent(double percent) => new(percent);
}
