namespace UlmEdge.Ports
{
    /// <summary>
    /// Why a reading has no value: a missing reading is a value with a reason, never an invented number.
    /// </summary>
    /// <remarks>
    /// The numbers are on the wire (bit <c>1 &lt;&lt; (reason - 1)</c> of a <c>.q</c> record) and in flash: they are
    /// never reused; new reasons go to the end, at most <see cref="Absences.Max"/>.
    /// </remarks>
    public enum Absence : byte
    {
        /// <summary>There is a value.</summary>
        None = 0,

        /// <summary>Nobody answers at the sensor's address: not fitted, unplugged, no supply.</summary>
        NotPresent = 1,

        /// <summary>The sensor is there but did not deliver: no acknowledge half-way, time-out, still busy.</summary>
        NoAnswer = 2,

        /// <summary>The transfer was damaged: checksum wrong, or two readings of the same registers differ.</summary>
        BadTransfer = 3,

        /// <summary>The number lies outside what the chip can measure.</summary>
        OutOfRange = 4,

        /// <summary>The number lies in range but cannot be true, e.g. an empty data register.</summary>
        Implausible = 5,

        /// <summary>The sensor needs more time after power-on before its numbers count.</summary>
        WarmingUp = 6,

        /// <summary>A bus line hangs: every byte reads as 0x00 or 0xFF, or the clock is held.</summary>
        BusStuck = 7,

        /// <summary>Another chip than expected answers at the address.</summary>
        WrongChip = 8,

        /// <summary>The chip restarted by itself and lost its settings; it is set up again for the next reading.</summary>
        Restarted = 9,

        /// <summary>The chip answers but no longer converts: its data do not change or its conversion never ends.</summary>
        Frozen = 10,

        /// <summary>The node does not begin this sensor, since the board may have died of it: safe mode.</summary>
        LeftOut = 11,
    }
}
