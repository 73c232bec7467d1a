using UlmEdge.Ports;

namespace UlmEdge.Simulator.Worlds;

/// <summary>A board that always fares alike, and unlike the real one knows its signal: so that both kinds of report are written.</summary>
internal sealed class WorldHealth : IBoardHealth
{
    // As the board of the façades has it (Nano/Native/GC.cs).
    private const int HeapBytes = 85_000;

    // A usual level two rooms from the access point.
    private const int SignalDecibelMilliwatts = -67;

    /// <inheritdoc/>
    public int FreeHeapBytes => HeapBytes;

    /// <inheritdoc/>
    public int RadioDecibelMilliwatts => SignalDecibelMilliwatts;
}
