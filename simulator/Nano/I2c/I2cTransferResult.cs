namespace System.Device.I2c;

/// <summary>Status and size of an I2C transfer.</summary>
public readonly struct I2cTransferResult
{
    internal I2cTransferResult(I2cTransferStatus status, int bytesTransferred)
    {
        Status = status;
        BytesTransferred = (uint)bytesTransferred;
    }

    /// <summary>Bytes written plus bytes read; 0 unless everything went over.</summary>
    public uint BytesTransferred { get; }

    /// <summary>What came of it.</summary>
    public I2cTransferStatus Status { get; }
}
