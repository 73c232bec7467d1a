using UlmEdge.Core;
using UlmEdge.Simulator.Faults;
using UlmEdge.Simulator.Worlds;

namespace UlmEdge.Simulator.Checkers;

/// <summary>The queue in memory, the files in flash and the closes of files stay within what is budgeted.</summary>
public static class Bounds
{
    /// <summary>Flash closes in an hour at the defaults.</summary>
    public const int ClosesPerHourMax = 12;

    // The two slots and the segment that is being made; two slots of boots, and the black box.
    private const int FurtherFiles = 3 + 3;

    // What is not the journal's, by name: a file that nobody knows counts as one of the journal's.
    private static readonly string[] OtherFiles =
        [WorldNode.ForeignFile, ProvisionedFile.Name, "config.0", "config.1", "boot.0", "boot.1", "blackbox.bin"];

    /// <summary>Looks at what can be exceeded at any moment.</summary>
    public static void CheckMemory(NodeWitness witness, Node node)
    {
        if (node.MemoryBytes > Limits.OutboxBytesMax)
        {
            witness.Break(Promise.Bounds, $"{node.MemoryBytes} bytes of memory hold batches, at most {Limits.OutboxBytesMax} may");
        }
    }

    /// <summary>Looks at the messages with samples that a connection has under way.</summary>
    public static void CheckWindow(NodeWitness witness, int underWay, int window)
    {
        if (underWay > window)
        {
            witness.Break(Promise.Bounds, $"{underWay} messages are under way together, at most {window} may be");
        }
    }

    /// <summary>Looks at the flash.</summary>
    /// <param name="witness">The witness.</param>
    /// <param name="flash">The flash.</param>
    /// <param name="segmentsMax">Segments that the journal may have.</param>
    /// <param name="deletesFail">Whether files may not be deleted: then one that is of no more use may still be there.</param>
    public static void CheckFlash(NodeWitness witness, SimulatedFlash flash, int segmentsMax, bool deletesFail)
    {
        int files = flash.Files.Keys.Count(name => !OtherFiles.Contains(name));
        int filesMax = segmentsMax + FurtherFiles + (deletesFail ? 1 : 0);
        if (files > filesMax)
        {
            witness.Break(Promise.Bounds, $"{files} files are in flash, at most {filesMax} may be");
        }
    }

    /// <summary>Looks at an hour's wear of a node that sends as it measures.</summary>
    public static void CheckCloses(NodeWitness witness, long closes)
    {
        if (closes > ClosesPerHourMax)
        {
            witness.Break(Promise.Bounds, $"{closes} files were closed within an hour, at most {ClosesPerHourMax} may be");
        }
    }
}
