using UnitsNet;

namespace Iot.Device.Bmxx80.ReadResult;

/// <summary>One measurement of a BME280.</summary>
public class Bme280ReadResult(
    Temperature temperature,
    bool temperatureIsValid,
    Pressure pressure,
    bool pressureIsValid,
    RelativeHumidity humidity,
    bool humidityIsValid)
    : Bmp280ReadResult(temperature, temperatureIsValid, pressure, pressureIsValid)
{
    /// <summary>Relative humidity.</summary>
    public RelativeHumidity Humidity { get; } = humidity;

    /// <summary>Whether it was not skipped; says nothing about the transfer.</summary>
    public bool HumidityIsValid { get; } = humidityIsValid;
}
