namespace UlmEdge.Simulator.Faults;

/// <summary>The board has no power: whatever was under way has ended here.</summary>
public sealed class PowerCutException : Exception
{
    /// <summary>A cut at a flash operation.</summary>
    public PowerCutException()
        : base("the power was cut")
    {
    }
}
