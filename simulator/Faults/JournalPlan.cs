using UlmEdge.Core.Journal;
using UlmEdge.Ports;

namespace UlmEdge.Simulator.Faults;

/// <summary>What kind of life a journal leads, drawn from a seed: how much it is given, and how much the flash refuses.</summary>
public sealed class JournalPlan
{
    private const int PreludeMax = 200;
    private const int BlocksOfSlots = 2;

    /// <summary>Draws a plan.</summary>
    public JournalPlan(int seed)
    {
        Seed = seed;
        SeededEntropy chance = new(((ulong)seed << 8) + 1);
        SegmentsMax = 4 + chance.Next(2);
        PreludeSteps = chance.Next(4) == 0 ? 0 : chance.Next(PreludeMax);
        AcknowledgesPercent = chance.Next(2) == 0 ? 0 : 10 + (45 * chance.Next(3));
        FlashFails = chance.Next(2) == 0;
        int spareBlocks = chance.Next(6) == 0 ? chance.Next(3) - 1 : 32;
        CapacityBytes = (SegmentsMax + BlocksOfSlots + spareBlocks) * SimulatedFlash.BlockBytes;
        ChannelsMax = 1 + chance.Next(3);
        RowsMax = chance.Next(2) == 0 ? 6 : 20;
        SecondsPerSample = chance.Next(3) == 0 ? 300 : 60;
        MissesPercent = chance.Next(2) * 8;
    }

    /// <summary>The node's name.</summary>
    public string NodeId { get; init; } = "donau-07";

    /// <summary>The seed.</summary>
    public int Seed { get; }

    /// <summary>Few, so that a short life sees everything: regrouping, thinning, eviction.</summary>
    public int SegmentsMax { get; }

    /// <summary>Steps before the first one that is looked at: a flash is seldom new.</summary>
    public int PreludeSteps { get; }

    /// <summary>How much of what was read is acknowledged; none in an outage.</summary>
    public int AcknowledgesPercent { get; }

    /// <summary>Whether the flash refuses now and then.</summary>
    public bool FlashFails { get; }

    /// <summary>The flash's size; sometimes there is less room than the journal was promised.</summary>
    public int CapacityBytes { get; }

    /// <summary>The most channels of a boot.</summary>
    public int ChannelsMax { get; }

    /// <summary>The most rows of most batches.</summary>
    public int RowsMax { get; }

    /// <summary>Time between samples.</summary>
    public int SecondsPerSample { get; }

    /// <summary>How many values are missing.</summary>
    public int MissesPercent { get; }

    /// <summary>Opens the journal of a flash as the plan's node does.</summary>
    public Journal Open(IFileStore flash, IEventLog log) => Open(flash, log, new SeededEntropy((ulong)Seed));

    /// <summary>Opens it with another chance, as every boot has another one.</summary>
    public Journal Open(IFileStore flash, IEventLog log, IEntropy chance) => new(flash, NodeId, chance, log, SegmentsMax);
}
