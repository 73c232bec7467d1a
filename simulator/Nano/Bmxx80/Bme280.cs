using System.Device.I2c;
using Iot.Device.Bmxx80.ReadResult;
using UnitsNet;

namespace Iot.Device.Bmxx80;

/// <summary>Temperature, pressure and humidity.</summary>
public class Bme280 : Bmx280Base
{
    private const byte DeviceId = 0x60;

    private Bme280HumidityCalibration? _calibration;
    private Sampling _humiditySampling;

    /// <summary>Checks the chip, loads its calibration, resets it and sets defaults.</summary>
    /// <exception cref="IOException">The chip has another id, or does not answer.</exception>
    public Bme280(I2cDevice i2cDevice)
        : base(DeviceId, i2cDevice)
    {
    }

    /// <summary>Oversampling of the humidity.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such oversampling.</exception>
    public Sampling HumiditySampling
    {
        get => _humiditySampling;
        set
        {
            if (value > Sampling.UltraHighResolution)
            {
                throw new ArgumentOutOfRangeException();
            }

            Change(Bmx280Register.ControlHumidity, 0b1111_1000, (byte)value);

            // The chip takes it over at the next write to ctrl_meas.
            Change(Bmx280Register.ControlMeasurement, 0xFF, 0);
            _humiditySampling = value;
        }
    }

    /// <inheritdoc/>
    public override int GetMeasurementDuration() =>
        base.GetMeasurementDuration() + OsToMeasCycles[(int)HumiditySampling];

    /// <summary>Reads temperature and humidity; false only if the humidity is skipped.</summary>
    public bool TryReadHumidity(out RelativeHumidity humidity) => TryReadHumidityCore(out humidity, false);

    /// <summary>Measures, sleeping until it is done.</summary>
    public Bme280ReadResult Read()
    {
        Measure();
        bool temperatureIsValid = TryReadTemperatureCore(out Temperature temperature);
        bool pressureIsValid = TryReadPressureCore(out Pressure pressure, skipTempFineRead: true);
        bool humidityIsValid = TryReadHumidityCore(out RelativeHumidity humidity, skipTempFineRead: true);
        return new Bme280ReadResult(
            temperature, temperatureIsValid, pressure, pressureIsValid, humidity, humidityIsValid);
    }

    /// <inheritdoc/>
    protected override void SetDefaultConfiguration()
    {
        base.SetDefaultConfiguration();
        HumiditySampling = Sampling.UltraLowPower;
    }

    private protected override void ReadCalibration()
    {
        _calibration = new Bme280HumidityCalibration(Read8BitsFromRegister, Read16BitsFromRegister);
        base.ReadCalibration();
    }

    private bool TryReadHumidityCore(out RelativeHumidity humidity, bool skipTempFineRead)
    {
        humidity = default;
        if (HumiditySampling == Sampling.Skipped)
        {
            return false;
        }

        if (!skipTempFineRead)
        {
            TryReadTemperature(out _);
        }

        int raw = Read16BitsBigEndianFromRegister(Bmx280Register.HumidityData);
        humidity = RelativeHumidity.FromPercent(_calibration!.Humidity(raw, TemperatureFine));
        return true;
    }
}
