namespace Iot.Device.Bmxx80;

/// <summary>Pause between measurements in normal mode; the numbers are the chip's register values.</summary>
public enum StandbyTime : byte
{
    /// <summary>0.5 ms.</summary>
    Ms0_5 = 0,

    /// <summary>62.5 ms.</summary>
    Ms62_5 = 1,

    /// <summary>125 ms.</summary>
    Ms125 = 2,

    /// <summary>250 ms.</summary>
    Ms250 = 3,

    /// <summary>500 ms.</summary>
    Ms500 = 4,

    /// <summary>1000 ms.</summary>
    Ms1000 = 5,

    /// <summary>10 ms, on the BME280.</summary>
    Ms10 = 6,

    /// <summary>20 ms, on the BME280.</summary>
    Ms20 = 7,
}
