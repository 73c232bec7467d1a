namespace System.Device.I2c;

/// <summary>Counts the devices on each bus of one board: the driver is there from the first to the last.</summary>
internal sealed class I2cDrivers
{
    private readonly int[] _devices = new int[2];

    public void Open(int busId)
    {
        if (busId < 1 || busId > _devices.Length)
        {
            throw new ArgumentException();
        }

        Interlocked.Increment(ref _devices[busId - 1]);
    }

    public void Close(int busId) => Interlocked.Decrement(ref _devices[busId - 1]);

    public void RequireInstalled(int busId)
    {
        // The IDF answers ESP_ERR_INVALID_STATE, which the CLR turns into CLR_E_INVALID_OPERATION.
        if (Volatile.Read(ref _devices[busId - 1]) <= 0)
        {
            throw new InvalidOperationException();
        }
    }
}
