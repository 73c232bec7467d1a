namespace System.Device.I2c;

/// <summary>What came of an I2C transfer; the ESP32 never says PartialTransfer.</summary>
public enum I2cTransferStatus
{
    /// <summary>None of the others.</summary>
    UnknownError = 0,

    /// <summary>All bytes went over.</summary>
    FullTransfer = 1,

    /// <summary>The clock line was held for too long.</summary>
    ClockStretchTimeout = 2,

    /// <summary>The chip stopped acknowledging half-way.</summary>
    PartialTransfer = 3,

    /// <summary>Nobody answered, or somebody stopped acknowledging.</summary>
    SlaveAddressNotAcknowledged = 4,
}
