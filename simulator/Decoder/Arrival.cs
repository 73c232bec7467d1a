namespace UlmEdge.Decoder;

/// <summary>What a row is to a backend that knows what came before.</summary>
public enum Arrival
{
    /// <summary>None of its samples has arrived before, and no later one: the usual case.</summary>
    New,

    /// <summary>None of its samples has arrived before, but later ones have: what an outage left behind comes in.</summary>
    Late,

    /// <summary>All of its samples have arrived before, as QoS 1 allows: to be dropped.</summary>
    Repeat,

    /// <summary>A summary of samples of which some have arrived before, and some not.</summary>
    Overlap,
}
