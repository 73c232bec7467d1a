namespace UlmEdge.Tests.Conformance;

/// <summary>How a part is connected to the bench, and so which faults its line can have.</summary>
public enum Connection
{
    /// <summary>The first I2C bus, at an address.</summary>
    I2c,

    /// <summary>A serial port.</summary>
    Serial,

    /// <summary>A contact at a pin that pulses are counted on.</summary>
    Contact,

    /// <summary>A channel of the converter.</summary>
    Analog,
}
