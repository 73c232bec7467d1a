namespace UlmEdge.Simulator.Chips;

/// <summary>The state of a bus's two lines.</summary>
public enum BusCondition
{
    /// <summary>As it should be.</summary>
    Working,

    /// <summary>SCL is held low: every transfer times out.</summary>
    ClockLow,

    /// <summary>SDA is held low: every address seems to acknowledge, every byte reads 0x00, writes vanish.</summary>
    DataLow,

    /// <summary>A loose contact behind the acknowledge: every byte reads 0xFF, writes vanish.</summary>
    DataHigh,
}
