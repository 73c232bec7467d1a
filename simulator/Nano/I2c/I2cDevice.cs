using UlmEdge.Simulator.Nano;

namespace System.Device.I2c;

/// <summary>One chip's address on one bus of the virtual board that created it.</summary>
/// <remarks>
/// As on the ESP32 (nanoframework/System.Device.I2c:I2cDevice.cs and nf-interpreter:targets/ESP32/_nanoCLR/
/// System.Device.I2c): a missing acknowledge is a status and never an exception; buffers stay as they were then;
/// nobody keeps two devices from having the same address; a disposed device goes on working for as long as another
/// device keeps the bus driver installed.
/// </remarks>
public class I2cDevice : IDisposable
{
    private readonly Lock _transfer = new();
    private readonly HostBoard _board;
    private readonly I2cDrivers _drivers;

    // One buffer for both: a ReadByte that nobody answers returns the byte that WriteByte left there.
    private readonly byte[] _singleByte = new byte[1];
    private bool _disposed;

    /// <summary>Installs the bus driver if this is the first device on the bus.</summary>
    /// <exception cref="ArgumentException">There is no such bus.</exception>
    public I2cDevice(I2cConnectionSettings settings)
    {
        _board = HostBoard.Current;
        _drivers = BoardState.Of(_board).I2cDrivers;
        _drivers.Open(settings.BusId);
        ConnectionSettings = settings;
    }

    /// <summary>Where the chip is.</summary>
    public I2cConnectionSettings ConnectionSettings { get; }

    /// <summary>Same as the constructor.</summary>
    public static I2cDevice Create(I2cConnectionSettings settings) => new(settings);

    /// <summary>Reads bytes.</summary>
    public I2cTransferResult Read(SpanByte buffer) => Transfer(default, buffer);

    /// <summary>Reads one byte, whatever the status says.</summary>
    public byte ReadByte()
    {
        lock (_transfer)
        {
            Transfer(default, _singleByte);
            return _singleByte[0];
        }
    }

    /// <summary>Writes bytes.</summary>
    public I2cTransferResult Write(SpanByte buffer) => Transfer(buffer, default);

    /// <summary>Writes one byte.</summary>
    public I2cTransferResult WriteByte(byte value)
    {
        lock (_transfer)
        {
            _singleByte[0] = value;
            return Transfer(_singleByte, default);
        }
    }

    /// <summary>Writes, then reads after a repeated start.</summary>
    public I2cTransferResult WriteRead(SpanByte writeBuffer, SpanByte readBuffer) => Transfer(writeBuffer, readBuffer);

    /// <summary>Gives up this device's share of the bus driver.</summary>
    public void Dispose()
    {
        lock (_transfer)
        {
            if (!_disposed)
            {
                _disposed = true;
                _drivers.Close(ConnectionSettings.BusId);
            }
        }

        GC.SuppressFinalize(this);
    }

    private I2cTransferResult Transfer(SpanByte write, SpanByte read)
    {
        lock (_transfer)
        {
            _drivers.RequireInstalled(ConnectionSettings.BusId);
            I2cTransferStatus status = _board.TransferI2c(
                ConnectionSettings.BusId,
                ConnectionSettings.DeviceAddress,
                write.AsSpan(),
                read.AsSpan(),
                out int transferred);
            return new I2cTransferResult(status, status == I2cTransferStatus.FullTransfer ? transferred : 0);
        }
    }
}
