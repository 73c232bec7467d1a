namespace Iot.Device.Bmxx80;

/// <summary>Oversampling of one channel; the numbers are the chip's register values.</summary>
public enum Sampling : byte
{
    /// <summary>The channel is not measured.</summary>
    Skipped = 0,

    /// <summary>Once.</summary>
    UltraLowPower = 1,

    /// <summary>Twice.</summary>
    LowPower = 2,

    /// <summary>Four times.</summary>
    Standard = 3,

    /// <summary>Eight times.</summary>
    HighResolution = 4,

    /// <summary>Sixteen times.</summary>
    UltraHighResolution = 5,
}
