using System.Device.I2c;
using UnitsNet;

namespace Iot.Device.Bmxx80;

/// <summary>What the chips of the family share.</summary>
/// <remarks>
/// Same bus traffic and same weaknesses as upstream (nanoframework/nanoFramework.IoT.Device:devices/Bmxx80), since
/// living with them is what the firmware's binding is for: no transfer status is looked at, nothing waits after a
/// reset, a wrong chip is an IOException without a word.
/// </remarks>
public abstract class Bmxx80Base : IDisposable
{
    private const byte ResetCommand = 0xB6;

    private I2cDevice? _device;
    private Sampling _pressureSampling;
    private Sampling _temperatureSampling;

    /// <summary>Checks the chip, loads its calibration, resets it and sets defaults.</summary>
    /// <exception cref="IOException">The chip has another id, or does not answer.</exception>
    protected Bmxx80Base(byte deviceId, I2cDevice i2cDevice)
    {
        _device = i2cDevice ?? throw new ArgumentNullException();
        if (Read8BitsFromRegister(Bmx280Register.ChipId) != deviceId)
        {
            throw new IOException();
        }

        ReadCalibration();
        Reset();
    }

    /// <summary>Oversampling of the pressure.</summary>
    public Sampling PressureSampling
    {
        get => _pressureSampling;
        set
        {
            Change(Bmx280Register.ControlMeasurement, 0b1110_0011, (byte)value << 2);
            _pressureSampling = value;
        }
    }

    /// <summary>Oversampling of the temperature.</summary>
    public Sampling TemperatureSampling
    {
        get => _temperatureSampling;
        set
        {
            Change(Bmx280Register.ControlMeasurement, 0b0001_1111, (byte)value << 5);
            _temperatureSampling = value;
        }
    }

    /// <summary>
    /// Fine temperature of the last temperature reading, which the other channels are corrected with.
    /// </summary>
    protected double TemperatureFine { get; set; }

    // A disposed driver has no device any more: on the board, too, its next call ends in a NullReferenceException.
    private I2cDevice Device => _device ?? throw new NullReferenceException();

    /// <summary>Resets the chip and sets defaults at once, while it may still be loading its calibration.</summary>
    public void Reset()
    {
        WriteRegister(Bmx280Register.Reset, ResetCommand);
        SetDefaultConfiguration();
    }

    /// <summary>Reads the temperature; false only if it is skipped.</summary>
    public abstract bool TryReadTemperature(out Temperature temperature);

    /// <summary>Reads the pressure; false only if it is skipped.</summary>
    public abstract bool TryReadPressure(out Pressure pressure);

    /// <summary>Disposes the I2C device, too.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Disposes the I2C device, too.</summary>
    protected virtual void Dispose(bool disposing)
    {
        _device?.Dispose();
        _device = null;
    }

    /// <summary>Sets the defaults.</summary>
    protected virtual void SetDefaultConfiguration()
    {
        PressureSampling = Sampling.UltraLowPower;
        TemperatureSampling = Sampling.UltraLowPower;
    }

    /// <summary>Loads the calibration.</summary>
    private protected abstract void ReadCalibration();

    private protected byte Read8BitsFromRegister(byte register)
    {
        Device.WriteByte(register);
        return Device.ReadByte();
    }

    private protected ushort Read16BitsFromRegister(byte register)
    {
        byte[] bytes = new byte[2];
        Device.WriteByte(register);
        Device.Read(bytes);
        return (ushort)(bytes[0] | bytes[1] << 8);
    }

    private protected ushort Read16BitsBigEndianFromRegister(byte register)
    {
        ushort value = Read16BitsFromRegister(register);
        return (ushort)(value >> 8 | value << 8);
    }

    private protected int Read24BitsBigEndianFromRegister(byte register)
    {
        byte[] bytes = new byte[3];
        Device.WriteByte(register);
        Device.Read(bytes);
        return bytes[0] << 16 | bytes[1] << 8 | bytes[2];
    }

    private protected void WriteRegister(byte register, byte value) => Device.Write(new[] { register, value });

    private protected void Change(byte register, byte keep, int set) =>
        WriteRegister(register, (byte)(Read8BitsFromRegister(register) & keep | set));
}
