using UlmEdge.Simulator.Weather;

namespace UlmEdge.Simulator.Chips;

/// <summary>The trimming parameters the factory burns into each part (BME280 4.2.2 table 16, BMP280 3.11.2).</summary>
public sealed record FactoryCalibration
{
    private const double SpreadFine = 0.01;
    private const double Spread = 0.03;

    /// <summary>Those of the datasheet's worked example (BMP280 3.12); those of humidity are typical.</summary>
    public static readonly FactoryCalibration Typical = new();

    /// <summary>dig_T1.</summary>
    public ushort T1 { get; init; } = 27504;

    /// <summary>dig_T2.</summary>
    public short T2 { get; init; } = 26435;

    /// <summary>dig_T3.</summary>
    public short T3 { get; init; } = -1000;

    /// <summary>dig_P1.</summary>
    public ushort P1 { get; init; } = 36477;

    /// <summary>dig_P2.</summary>
    public short P2 { get; init; } = -10685;

    /// <summary>dig_P3.</summary>
    public short P3 { get; init; } = 3024;

    /// <summary>dig_P4.</summary>
    public short P4 { get; init; } = 2855;

    /// <summary>dig_P5.</summary>
    public short P5 { get; init; } = 140;

    /// <summary>dig_P6.</summary>
    public short P6 { get; init; } = -7;

    /// <summary>dig_P7.</summary>
    public short P7 { get; init; } = 15500;

    /// <summary>dig_P8.</summary>
    public short P8 { get; init; } = -14600;

    /// <summary>dig_P9.</summary>
    public short P9 { get; init; } = 6000;

    /// <summary>dig_H1.</summary>
    public byte H1 { get; init; } = 75;

    /// <summary>dig_H2.</summary>
    public short H2 { get; init; } = 360;

    /// <summary>dig_H3; 0 in every part seen.</summary>
    public byte H3 { get; init; }

    /// <summary>dig_H4, twelve bits.</summary>
    public short H4 { get; init; } = 320;

    /// <summary>dig_H5, twelve bits.</summary>
    public short H5 { get; init; } = 50;

    /// <summary>dig_H6.</summary>
    public sbyte H6 { get; init; } = 30;

    /// <summary>The parameters of one part, scattered around the typical ones as parts are.</summary>
    /// <remarks>The scatter is small enough that the whole measuring range stays within the converter's bits.</remarks>
    public static FactoryCalibration Draw(ulong seed)
    {
        var index = 0;
        double Vary(double typical, double spread) => typical * (1 + spread * SeededNumbers.Signed(seed, index++));
        return new FactoryCalibration
        {
            T1 = (ushort)Vary(Typical.T1, SpreadFine),
            T2 = (short)Vary(Typical.T2, SpreadFine),
            T3 = (short)Vary(Typical.T3, Spread),
            P1 = (ushort)Vary(Typical.P1, SpreadFine),
            P2 = (short)Vary(Typical.P2, SpreadFine),
            P3 = (short)Vary(Typical.P3, Spread),
            P4 = (short)Vary(Typical.P4, Spread),
            P5 = (short)Vary(Typical.P5, Spread),
            P6 = Typical.P6,
            P7 = (short)Vary(Typical.P7, Spread),
            P8 = (short)Vary(Typical.P8, Spread),
            P9 = (short)Vary(Typical.P9, Spread),
            H1 = Typical.H1,
            H2 = (short)Vary(Typical.H2, Spread),
            H4 = (short)Vary(Typical.H4, Spread),
            H5 = (short)Vary(Typical.H5, Spread),
            H6 = Typical.H6,
        };
    }
}
