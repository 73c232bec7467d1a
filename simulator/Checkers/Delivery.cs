namespace UlmEdge.Simulator.Checkers;

/// <summary>How a journal delivers a sample.</summary>
public enum Delivery : byte
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>As it was.</summary>
    Plain,

    /// <summary>As a part of a minimum, mean and maximum.</summary>
    Summary,
}
