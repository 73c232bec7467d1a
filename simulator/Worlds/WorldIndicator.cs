using UlmEdge.Ports;

namespace UlmEdge.Simulator.Worlds;

/// <summary>A light that nobody sees.</summary>
internal sealed class WorldIndicator : IIndicator
{
    /// <inheritdoc/>
    public void Set(bool lit)
    {
    }
}
