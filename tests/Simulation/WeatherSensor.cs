using UlmEdge.Ports;
using UlmEdge.Simulator.Weather;

namespace UlmEdge.Tests.Simulation;

/// <summary>Weather as a BME280 sees it at oversampling ×1: whole units, with the chip's noise.</summary>
/// <param name="weather">The truth.</param>
/// <param name="unixMs">Tells the time.</param>
internal sealed class WeatherSensor(IWeather weather, Func<long> unixMs) : ISensor
{
    // BST-BME280-DS001, sections 1.2 to 1.4: noise (rms) of humidity 0.07 %, of pressure 3.3 Pa at ×1, of temperature 0.005 °C.
    private const double HumidityNoise = 7;
    private const double PressureNoise = 3.3;
    private const double TemperatureNoise = 0.5;

    private static readonly Place Pole = new("pole", "Pole", 48.4, 10.0, 478);

    public string Name => "bme280";

    public Quantity[] Quantities { get; } = [Quantity.Temperature, Quantity.RelativeHumidity, Quantity.Pressure];

    public int LeadMs => 0;

    public int Begin(long uptimeMs) => 10;

    public int Collect(long uptimeMs, Reading[] readings, int offset)
    {
        long now = unixMs();
        AirState air = weather.At(Pole, now);
        readings[offset] = Of(100 * air.TemperatureCelsius, TemperatureNoise, now, 1);
        readings[offset + 1] = Of(100 * air.HumidityPercent, HumidityNoise, now, 2);
        readings[offset + 2] = Of(air.PressurePascal, PressureNoise, now, 3);
        return 0;
    }

    private static Reading Of(double value, double noise, long now, ulong seed) => double.IsNaN(value)
        ? Reading.Missing(Absence.NoAnswer)
        : Reading.Of((int)Math.Round(value + (noise * Normal(seed, now))));

    // Twelve even numbers add up to nearly a normal one.
    private static double Normal(ulong seed, long now) =>
        Enumerable.Range(0, 12).Sum(i => SeededNumbers.Unit(seed, (now * 12) + i)) - 6;
}
