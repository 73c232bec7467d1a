using UnitsNet;

namespace Iot.Device.Bmxx80.ReadResult;

/// <summary>One measurement of a BMP280.</summary>
public class Bmp280ReadResult(
    Temperature temperature, bool temperatureIsValid, Pressure pressure, bool pressureIsValid)
{
    /// <summary>Temperature.</summary>
    public Temperature Temperature { get; } = temperature;

    /// <summary>Whether it was not skipped; says nothing about the transfer.</summary>
    public bool TemperatureIsValid { get; } = temperatureIsValid;

    /// <summary>Pressure.</summary>
    public Pressure Pressure { get; } = pressure;

    /// <summary>Whether it was not skipped; says nothing about the transfer.</summary>
    public bool PressureIsValid { get; } = pressureIsValid;
}
