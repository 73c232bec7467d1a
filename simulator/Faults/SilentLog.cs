using UlmEdge.Ports;

namespace UlmEdge.Simulator.Faults;

/// <summary>Nobody listens.</summary>
internal sealed class SilentLog : IEventLog
{
    /// <inheritdoc/>
    public void Record(NodeEvent what, int detail)
    {
    }
}
