namespace UlmEdge.Simulator.Faults;

/// <summary>How much goes wrong in a world.</summary>
public enum FaultIntensity
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A bad street: each kind about once in a node's day.</summary>
    Usual,

    /// <summary>Much worse than any street.</summary>
    Harsh,
}
