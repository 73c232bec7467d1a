using System.Buffers.Binary;
using UlmEdge.Core.Journal;
using UlmEdge.Simulator.Checkers;
using UlmEdge.Simulator.Faults;
using UlmEdge.Simulator.Weather;

namespace UlmEdge.Simulator.Runners;

/// <summary>A sound journal to be damaged many times, and what is known of it.</summary>
internal sealed class DamageBase
{
    private const int StepsMin = 20;
    private const int StepsMax = 220;
    private const int CapacityBytes = 256 * 1024;
    private const int SlotSequenceOffset = 3;

    /// <summary>Lives the lives of a seed: the journal, that of another node, and an earlier one of the same node.</summary>
    public DamageBase(int seed)
    {
        Plan = new JournalPlan(seed);
        (Flash, Model) = Live(Plan, seed);
        (OtherNode, _) = Live(new JournalPlan(seed + 1) { NodeId = "blau-03" }, seed + 1);
        (OtherLife, _) = Live(new JournalPlan(seed + 2), seed + 2);
        NodeHash = Fnv1a.Hash(Plan.NodeId);
        Records = Flash.Files.Where(file => FoundEpochs.IsSegment(file.Key))
            .ToDictionary(file => file.Key, file => StoredRecord.In(file.Value).ToArray());
        NewestSegment = Records.Where(file => file.Value.Length > 0).Select(file => file.Key).MaxBy(name => name[1..8]) ?? string.Empty;
        LatestSlot = SequenceOf("cursor.1") > SequenceOf("cursor.0") ? "cursor.1" : "cursor.0";
        Waits = WhatWaits();
    }

    /// <summary>The node, and how it opens its journal.</summary>
    public JournalPlan Plan { get; }

    /// <summary>The journal's files.</summary>
    public SimulatedFlash Flash { get; }

    /// <summary>What the journal was given.</summary>
    public JournalModel Model { get; }

    /// <summary>The journal of another node.</summary>
    public SimulatedFlash OtherNode { get; }

    /// <summary>An earlier journal of this node.</summary>
    public SimulatedFlash OtherLife { get; }

    /// <summary>The hash of the node's name.</summary>
    public uint NodeHash { get; }

    /// <summary>The records of each segment.</summary>
    public IReadOnlyDictionary<string, StoredRecord[]> Records { get; }

    /// <summary>The file that was appended to last.</summary>
    public string NewestSegment { get; }

    /// <summary>The slot that was written last.</summary>
    public string LatestSlot { get; }

    /// <summary>Which samples the sound journal delivers and nobody has acknowledged.</summary>
    public bool[] Waits { get; private set; }

    private static (SimulatedFlash Flash, JournalModel Model) Live(JournalPlan plan, int seed)
    {
        SimulatedFlash flash = new() { CapacityBytes = plan.CapacityBytes };
        JournalModel model = new();
        JournalLife life = new(plan, flash, model, SeededNumbers.Bits((ulong)seed, 3));
        life.Boot();
        life.Live(StepsMin + (int)(SeededNumbers.Bits((ulong)seed, 4) % (StepsMax - StepsMin)));
        life.Heal();
        while (life.Journal!.Work())
        {
            // At rest: a cut in the middle of a rewriting is for cuts, and two misfortunes at once need not be survived.
        }

        SimulatedFlash sound = flash.Copy();
        sound.CapacityBytes = CapacityBytes;
        return (sound, model);
    }

    private bool[] WhatWaits()
    {
        JournalReadout readout = new();
        Journal journal = Plan.Open(Flash.Copy(), new SilentLog());
        string? fault = readout.Read(Model, journal);
        return fault is null
            ? [.. Enumerable.Range(0, readout.Count)
                .Select(sample => readout[sample] != Delivery.None && Model[sample].Fate == SampleFate.None)]
            : throw new InvalidOperationException($"the journal was not sound before it was damaged: {fault}");
    }

    private uint SequenceOf(string slot) => Flash.Files.TryGetValue(slot, out byte[]? content) && content.Length > SlotSequenceOffset + 4
        ? BinaryPrimitives.ReadUInt32BigEndian(content.AsSpan(SlotSequenceOffset))
        : 0;
}
