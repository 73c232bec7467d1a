namespace UnitsNet;

/// <summary>Air or other pressure.</summary>
public readonly struct Pressure
{
    private Pressure(double pascals) => Pascals = pascals;

    /// <summary>In pascal.</summary>
    public double Pascals { get; }

    /// <summary>In hectopascal.</summary>
    public double Hectopascals => Pascals / 1e2;

    /// <summary>From pascal.</summary>
    public static Pressure FromPascals(double pascals) => new(pascals);

    /// <summary>From hectopascal.</summary>
    public static Pressure FromHectopascals(double hectopascals) => new(hectopascals * 1e2);
}
