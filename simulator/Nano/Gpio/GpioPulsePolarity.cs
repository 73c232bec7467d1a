namespace System.Device.Gpio;

/// <summary>Which edges count.</summary>
public enum GpioPulsePolarity
{
    /// <summary>Both.</summary>
    Both = 0,

    /// <summary>From the supply to ground.</summary>
    Falling = 1,

    /// <summary>From ground to the supply.</summary>
    Rising = 2,
}
