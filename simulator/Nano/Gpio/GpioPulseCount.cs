namespace System.Device.Gpio;

/// <summary>What a counter has counted.</summary>
public struct GpioPulseCount
{
    /// <summary>Pulses since the counter was started or reset.</summary>
    public long Count;

    /// <summary>When it was read: board time since power-on.</summary>
    public TimeSpan RelativeTime;
}
