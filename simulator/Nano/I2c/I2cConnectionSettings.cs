namespace System.Device.I2c;

/// <summary>Where a chip is to be found.</summary>
public sealed class I2cConnectionSettings(int busId, int deviceAddress, I2cBusSpeed busSpeed)
{
    /// <summary>A chip on a bus at 400 kHz, the platform's default.</summary>
    public I2cConnectionSettings(int busId, int deviceAddress)
        : this(busId, deviceAddress, I2cBusSpeed.FastMode)
    {
    }

    /// <summary>Bus number from 1.</summary>
    public int BusId { get; } = busId;

    /// <summary>Clock.</summary>
    public I2cBusSpeed BusSpeed { get; } = busSpeed;

    /// <summary>Seven-bit address.</summary>
    public int DeviceAddress { get; } = deviceAddress;
}
