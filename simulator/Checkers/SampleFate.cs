namespace UlmEdge.Simulator.Checkers;

/// <summary>What a journal was told of a sample after it was given.</summary>
[Flags]
public enum SampleFate : byte
{
    /// <summary>Nothing: it waits.</summary>
    None = 0,

    /// <summary>The broker has it, as it was or in a summary: it may be gone.</summary>
    Acknowledged = 1,

    /// <summary>The flash refused it, and it was given up: its number was left out.</summary>
    Dropped = 2,

    /// <summary>What it was told is in flash by now: it must never wait again.</summary>
    Settled = 4,
}
