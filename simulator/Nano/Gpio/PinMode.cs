namespace System.Device.Gpio;

/// <summary>What a pin is used for.</summary>
public enum PinMode
{
    /// <summary>Input.</summary>
    Input = 0,

    /// <summary>Input with a resistor to ground.</summary>
    InputPullDown = 1,

    /// <summary>Input with a resistor to the supply.</summary>
    InputPullUp = 2,

    /// <summary>Output, driven both ways.</summary>
    Output = 3,

    /// <summary>Output that only pulls down.</summary>
    OutputOpenDrain = 4,

    /// <summary>Output that only pulls down, with a resistor to the supply.</summary>
    OutputOpenDrainPullUp = 5,

    /// <summary>Output that only pulls up.</summary>
    OutputOpenSource = 6,

    /// <summary>Output that only pulls up, with a resistor to ground.</summary>
    OutputOpenSourcePullDown = 7,
}
