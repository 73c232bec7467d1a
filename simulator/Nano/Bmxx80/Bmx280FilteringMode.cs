namespace Iot.Device.Bmxx80.FilteringMode;

/// <summary>Coefficient of the low-pass filter; the numbers are the chip's register values.</summary>
public enum Bmx280FilteringMode : byte
{
    /// <summary>No filter.</summary>
    Off = 0,

    /// <summary>2.</summary>
    X2 = 1,

    /// <summary>4.</summary>
    X4 = 2,

    /// <summary>8.</summary>
    X8 = 3,

    /// <summary>16.</summary>
    X16 = 4,
}
