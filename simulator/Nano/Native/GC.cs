using UlmEdge.Simulator.Nano;

namespace nanoFramework.Runtime.Native;

/// <summary>The board's garbage collector.</summary>
public static class GC
{
    // What the M2Mqtt leak-test application reports free on a board without PSRAM
    // (nanoframework/nanoFramework.m2mqtt:Tests/MemoryLeakTestApp). The desk has no heap of that size to measure.
    private const uint FreeBytes = 85_000;

    /// <summary>Collects garbage.</summary>
    /// <returns>Free bytes: on the desk always the same number.</returns>
    public static uint Run(bool compactHeap)
    {
        _ = compactHeap;
        return HostBoard.Current.UptimeMs >= 0 ? FreeBytes : 0;
    }
}
