namespace UlmEdge.Simulator.Checkers;

/// <summary>What a node promises; a checker watches over each.</summary>
public enum Promise
{
    /// <summary>What was durable arrives, or is in the ledger.</summary>
    NothingLost,

    /// <summary>After de-duplication by (node, epoch, number) nothing is there twice.</summary>
    NothingRepeated,

    /// <summary>Nothing arrives that was not taken.</summary>
    NothingInvented,

    /// <summary>Times are right, in order, and never change.</summary>
    OrderAndTimes,

    /// <summary>The ledger adds up, and says what is true.</summary>
    LedgerAddsUp,

    /// <summary>Memory, files and flash closes stay within their bounds.</summary>
    Bounds,

    /// <summary>A value is that of the air, or there is a reason why there is none.</summary>
    Honesty,

    /// <summary>When all is well again, everything arrives within a known time, and the firmware never ends.</summary>
    Convergence,

    /// <summary>Nothing that a node is sent keeps it from being reached for longer than ten minutes.</summary>
    Reachable,

    /// <summary>What is to be encrypted is never said in the clear, and secrets go only where they belong.</summary>
    Confidentiality,
}
