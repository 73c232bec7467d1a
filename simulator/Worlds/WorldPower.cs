using UlmEdge.Ports;

namespace UlmEdge.Simulator.Worlds;

/// <summary>Takes note that a node wants to restart; its life does the rest.</summary>
internal sealed class WorldPower : IPower
{
    /// <summary>Whether it wants to.</summary>
    public bool IsAsked { get; private set; }

    /// <inheritdoc/>
    public void Reboot() => IsAsked = true;
}
