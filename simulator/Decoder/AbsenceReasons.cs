namespace UlmEdge.Decoder;

/// <summary>Why a reading has no value; the numbers are those of the wire.</summary>
[Flags]
public enum AbsenceReasons
{
    /// <summary>There is a value.</summary>
    None = 0,

    /// <summary>Nobody answers at the sensor's address.</summary>
    NotPresent = 1 << 0,

    /// <summary>The sensor is there but did not deliver.</summary>
    NoAnswer = 1 << 1,

    /// <summary>The transfer was damaged.</summary>
    BadTransfer = 1 << 2,

    /// <summary>The number lies outside what the chip can measure.</summary>
    OutOfRange = 1 << 3,

    /// <summary>The number lies in range but cannot be true.</summary>
    Implausible = 1 << 4,

    /// <summary>The sensor needs more time after power-on.</summary>
    WarmingUp = 1 << 5,

    /// <summary>A bus line hangs.</summary>
    BusStuck = 1 << 6,

    /// <summary>Another chip than expected answers.</summary>
    WrongChip = 1 << 7,

    /// <summary>The chip restarted by itself.</summary>
    Restarted = 1 << 8,

    /// <summary>The chip answers but no longer converts.</summary>
    Frozen = 1 << 9,

    /// <summary>The node did not begin the sensor: safe mode.</summary>
    LeftOut = 1 << 10,
}
