using System.Device.I2c;
using Iot.Device.Bmxx80.FilteringMode;
using Iot.Device.Bmxx80.PowerMode;
using UlmEdge.Simulator.Nano;
using UnitsNet;

namespace Iot.Device.Bmxx80;

/// <summary>What BMP280 and BME280 share.</summary>
public abstract class Bmx280Base : Bmxx80Base
{
    /// <summary>Address with SDO high.</summary>
    public const byte DefaultI2cAddress = 0x77;

    /// <summary>Address with SDO low.</summary>
    public const byte SecondaryI2cAddress = 0x76;

    /// <summary>Milliseconds of one channel's conversion per <see cref="Sampling"/>.</summary>
    protected static readonly int[] OsToMeasCycles = [0, 7, 9, 14, 23, 44];

    private Bmx280Calibration? _calibration;
    private Bmx280FilteringMode _filterMode;
    private StandbyTime _standbyTime;

    /// <summary>Checks the chip, loads its calibration, resets it and sets defaults.</summary>
    protected Bmx280Base(byte deviceId, I2cDevice i2cDevice)
        : base(deviceId, i2cDevice)
    {
    }

    /// <summary>Low-pass filter.</summary>
    public Bmx280FilteringMode FilterMode
    {
        get => _filterMode;
        set
        {
            Change(Bmx280Register.Configuration, 0b1110_0011, (byte)value << 2);
            _filterMode = value;
        }
    }

    /// <summary>Pause between measurements in normal mode.</summary>
    public StandbyTime StandbyTime
    {
        get => _standbyTime;
        set
        {
            Change(Bmx280Register.Configuration, 0b0001_1111, (byte)value << 5);
            _standbyTime = value;
        }
    }

    /// <summary>Asks the chip for its power mode.</summary>
    /// <exception cref="IOException">It says 0b01, which this library does not know.</exception>
    public Bmx280PowerMode ReadPowerMode()
    {
        int mode = Read8BitsFromRegister(Bmx280Register.ControlMeasurement) & 0b11;
        return mode != 0b01 ? (Bmx280PowerMode)mode : throw new IOException();
    }

    /// <summary>Asks the chip what it is doing.</summary>
    public DeviceStatus ReadStatus()
    {
        byte status = Read8BitsFromRegister(Bmx280Register.Status);
        return new DeviceStatus { Measuring = (status & 0b1000) != 0, ImageUpdating = (status & 1) != 0 };
    }

    /// <summary>Sets the power mode; Forced starts one measurement.</summary>
    public void SetPowerMode(Bmx280PowerMode powerMode) =>
        Change(Bmx280Register.ControlMeasurement, 0b1111_1100, (byte)powerMode);

    /// <summary>Milliseconds that one measurement takes.</summary>
    public virtual int GetMeasurementDuration() =>
        OsToMeasCycles[(int)PressureSampling] + OsToMeasCycles[(int)TemperatureSampling];

    /// <inheritdoc/>
    public override bool TryReadTemperature(out Temperature temperature) => TryReadTemperatureCore(out temperature);

    /// <inheritdoc/>
    public override bool TryReadPressure(out Pressure pressure) => TryReadPressureCore(out pressure);

    /// <inheritdoc/>
    protected override void SetDefaultConfiguration()
    {
        base.SetDefaultConfiguration();
        FilterMode = Bmx280FilteringMode.Off;
        StandbyTime = StandbyTime.Ms125;
    }

    /// <summary>Reads the temperature; false only if it is skipped.</summary>
    protected bool TryReadTemperatureCore(out Temperature temperature)
    {
        temperature = default;
        if (TemperatureSampling == Sampling.Skipped)
        {
            return false;
        }

        TemperatureFine = Calibration.TemperatureFine(
            Read24BitsBigEndianFromRegister(Bmx280Register.TemperatureData) >> 4);
        temperature = Temperature.FromDegreesCelsius(TemperatureFine / 5120.0);
        return true;
    }

    /// <summary>
    /// Reads the pressure, and the temperature before it unless told not to; false only if it is skipped.
    /// </summary>
    protected bool TryReadPressureCore(out Pressure pressure, bool skipTempFineRead = false)
    {
        pressure = default;
        if (PressureSampling == Sampling.Skipped)
        {
            return false;
        }

        if (!skipTempFineRead)
        {
            TryReadTemperatureCore(out _);
        }

        int raw = Read24BitsBigEndianFromRegister(Bmx280Register.PressureData) >> 4;
        pressure = Pressure.FromPascals(Calibration.Pressure(raw, TemperatureFine));
        return true;
    }

    private Bmx280Calibration Calibration => _calibration!;

    private protected override void ReadCalibration() => _calibration = new Bmx280Calibration(Read16BitsFromRegister);

    /// <summary>Starts a measurement and sleeps through it, unless the chip measures by itself.</summary>
    private protected void Measure()
    {
        if (ReadPowerMode() != Bmx280PowerMode.Normal)
        {
            SetPowerMode(Bmx280PowerMode.Forced);
            HostBoard.Current.Sleep(GetMeasurementDuration());
        }
    }
}
