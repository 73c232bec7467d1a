namespace UlmEdge.Decoder;

/// <summary>What speaks against a value that is there; the numbers are those of the wire, shifted by 16 bits.</summary>
[Flags]
public enum QualityFlags
{
    /// <summary>Nothing.</summary>
    Good = 0,

    /// <summary>Never seen in this climate.</summary>
    Range = 1 << 0,

    /// <summary>It changed faster than the quantity can.</summary>
    Rate = 1 << 1,

    /// <summary>It has not changed for suspiciously long.</summary>
    Stuck = 1 << 2,

    /// <summary>The sensor is not yet as exact as it will be.</summary>
    WarmUp = 1 << 3,

    /// <summary>Another reading of the same moment contradicts it.</summary>
    CrossCheck = 1 << 4,

    /// <summary>The sensor's raw number is one that an empty, full or saturated register has, too.</summary>
    Signature = 1 << 5,
}
