namespace UnitsNet;

/// <summary>A length.</summary>
public readonly struct Length
{
    private Length(double value) => Meters = value;

    /// <summary>In metres.</summary>
    public double Meters { get; }

    /// <summary>From metres.</summary>
    public static Length FromMeters(double meters) => new(meters);
}
