namespace Iot.Device.Bmxx80.PowerMode;

/// <summary>Power mode of a BMx280; the numbers are the chip's register values.</summary>
public enum Bmx280PowerMode : byte
{
    /// <summary>No measurements.</summary>
    Sleep = 0b00,

    /// <summary>One measurement, then sleep.</summary>
    Forced = 0b10,

    /// <summary>Measurements with pauses between.</summary>
    Normal = 0b11,
}
