using UlmEdge.Simulator.Weather;

namespace UlmEdge.Simulator.Chips;

/// <summary>A Bosch BMP280: temperature and pressure (BST-BMP280-DS001).</summary>
/// <param name="part">The trimming parameters of this part; those of humidity are not used.</param>
/// <param name="airAt">The air around it at a time in microseconds since the supply came on.</param>
public sealed class VirtualBmp280(FactoryCalibration part, Func<long, AirState> airAt)
    : VirtualBmx280(Bmx280Type.Bmp280, part, airAt);
