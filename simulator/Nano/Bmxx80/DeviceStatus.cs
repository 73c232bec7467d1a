namespace Iot.Device.Bmxx80;

/// <summary>What the chip is doing.</summary>
public class DeviceStatus
{
    /// <summary>A conversion runs.</summary>
    public bool Measuring { get; set; }

    /// <summary>The calibration is being loaded.</summary>
    public bool ImageUpdating { get; set; }
}
