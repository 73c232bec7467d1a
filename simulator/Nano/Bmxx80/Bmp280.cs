using System.Device.I2c;
using Iot.Device.Bmxx80.ReadResult;
using UnitsNet;

namespace Iot.Device.Bmxx80;

/// <summary>Temperature and pressure.</summary>
public class Bmp280 : Bmx280Base
{
    private const byte DeviceId = 0x58;

    /// <summary>Checks the chip, loads its calibration, resets it and sets defaults.</summary>
    /// <exception cref="IOException">The chip has another id, or does not answer.</exception>
    public Bmp280(I2cDevice i2cDevice)
        : base(DeviceId, i2cDevice)
    {
    }

    /// <summary>Measures, sleeping until it is done.</summary>
    public Bmp280ReadResult Read()
    {
        Measure();
        bool temperatureIsValid = TryReadTemperatureCore(out Temperature temperature);
        bool pressureIsValid = TryReadPressureCore(out Pressure pressure, skipTempFineRead: true);
        return new Bmp280ReadResult(temperature, temperatureIsValid, pressure, pressureIsValid);
    }
}
