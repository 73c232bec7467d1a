using UlmEdge.Simulator.Weather;

namespace UlmEdge.Simulator.Chips;

/// <summary>A Bosch BME280: temperature, pressure and humidity (BST-BME280-DS002).</summary>
/// <param name="part">The trimming parameters of this part.</param>
/// <param name="airAt">The air around it at a time in microseconds since the supply came on.</param>
public sealed class VirtualBme280(FactoryCalibration part, Func<long, AirState> airAt)
    : VirtualBmx280(Bmx280Type.Bme280, part, airAt);
