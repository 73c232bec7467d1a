namespace UnitsNet;

/// <summary>Air or other temperature.</summary>
public readonly struct Temperature
{
    private Temperature(double value) => DegreesCelsius = value;

    /// <summary>In degrees Celsius.</summary>
    public double DegreesCelsius { get; }

    /// <summary>From degrees Celsius.</summary>
    public static Temperature FromDegreesCelsius(double degreescelsius) => new(degreescelsius);
}
