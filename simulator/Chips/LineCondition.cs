namespace UlmEdge.Simulator.Chips;

/// <summary>The state of a serial line.</summary>
public enum LineCondition
{
    /// <summary>As it should be.</summary>
    Working,

    /// <summary>The wire to the master is broken: it hears nothing.</summary>
    Silent,

    /// <summary>The wire to the master is at ground: it hears zeros without end, as many as fit.</summary>
    Low,

    /// <summary>A bad contact: every byte that arrives has some bit flipped.</summary>
    Noisy,
}
