using System;

namespace UlmEdge.Ports
{
    /// <summary>What speaks against a value that is there nevertheless: whoever uses it decides.</summary>
    /// <remarks>
    /// The bits are on the wire (from bit <see cref="Qualities.FirstBit"/> of a <c>.q</c> record on) and in flash: they are
    /// never reused; new ones go to the end, at most <see cref="Qualities.Bits"/> of them.
    /// </remarks>
    [Flags]
    public enum Quality : byte
    {
        /// <summary>Nothing.</summary>
        Good = 0,

        /// <summary>The chip can measure it, but it was never seen in this climate.</summary>
        Range = 1,

        /// <summary>It changed faster than the quantity can.</summary>
        Rate = 2,

        /// <summary>It has not changed for so long that the sensor may have stopped to sense.</summary>
        Stuck = 4,

        /// <summary>The sensor is not yet as exact as it will be.</summary>
        WarmUp = 8,

        /// <summary>Another reading of the same moment contradicts it.</summary>
        CrossCheck = 16,

        /// <summary>The sensor's raw number is one that an empty, full or saturated register has, too.</summary>
        Signature = 32,
    }
}
