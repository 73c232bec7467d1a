using UlmEdge.Core;
using UlmEdge.Ports;
using UlmEdge.Simulator.Checkers;

namespace UlmEdge.Simulator.Worlds;

/// <summary>Knows all that a node took, under which number, and what arrived of it: what the checkers look at.</summary>
public sealed class NodeWitness(string nodeId, Verdict verdict)
{
    private readonly List<TakenSample> _ofBoot = [];
    private int _epoch;
    private int? _journalNext;

    /// <summary>The node.</summary>
    public string NodeId => nodeId;

    /// <summary>All epochs of the node, in their order.</summary>
    public List<EpochRecord> Epochs { get; } = [];

    /// <summary>World time, for what there is to say.</summary>
    public long WorldMs { get; set; }

    /// <summary>A time of day before this one is none.</summary>
    public long FloorSeconds { get; init; }

    /// <summary>Samples taken.</summary>
    public long Taken { get; private set; }

    /// <summary>Samples of which only the memory knew when the power went: no flash ever had them.</summary>
    public long Unwritten { get; private set; }

    /// <summary>Values that have arrived with something that speaks against them, by their name; not those of warming-up.</summary>
    public Dictionary<string, long> Doubts { get; } = [];

    /// <summary>Readings that were taken.</summary>
    public long Readings { get; private set; }

    /// <summary>A value has arrived with something that speaks against it.</summary>
    /// <param name="name">The name of the record that says so.</param>
    /// <param name="flags">Its bits.</param>
    public void Doubted(string name, long flags)
    {
        if (flags != (long)Quality.WarmUp << Qualities.FirstBit)
        {
            Doubts[name] = Doubts.GetValueOrDefault(name) + 1;
        }
    }

    /// <summary>The record of an epoch, or null.</summary>
    public EpochRecord? Of(int epoch) => Epochs.FindLast(record => record.Epoch == epoch);

    /// <summary>A promise is broken.</summary>
    public void Break(Promise promise, string sentence) => verdict.Break(promise, nodeId, WorldMs, sentence);

    /// <summary>A boot has begun; what it found in flash was durable.</summary>
    public void Booted(Node node)
    {
        _ofBoot.Clear();
        _journalNext = null;
        EpochRecord record = RecordOf(node.Journal.Epoch, false);
        if (node.Journal.IsUsable)
        {
            NothingLost.CheckRecovered(this, record, node.Journal.NextSample);
            record.DurableUpTo = node.Journal.NextSample;
        }

        Follow(node);
    }

    /// <summary>The node took a sample; it gets the number that the node has just given.</summary>
    public void Took(Node node, TakenSample sample)
    {
        Taken++;
        Readings += sample.Readings.Length;
        _ofBoot.Add(sample);
        if (node.Epoch == _epoch)
        {
            Number(Epochs[^1], node.NextSample - 1, sample);
        }

        Follow(node); // Only now: the number was given before the batch was closed.
    }

    /// <summary>The node has done something: its journal may hold more, its epoch may be another.</summary>
    public void Follow(Node node)
    {
        if (node.Epoch != _epoch)
        {
            _epoch = node.Epoch;
            Renumber(node);
        }

        if (!node.IsInMemory)
        {
            EpochRecord record = Epochs[^1];
            record.DurableUpTo = Math.Max(record.DurableUpTo, node.Journal.NextSample);
        }

        _journalNext = node.Journal.IsUsable ? node.Journal.NextSample : null;
    }

    /// <summary>The node restarts by its own will: nothing that it took may be in memory only.</summary>
    public void Restarts(Node node)
    {
        EpochRecord record = Epochs[^1];
        int first = record.IsInMemory ? 0 : record.DurableUpTo;
        NothingLost.CheckRestart(this, record, first, node.NextSample);
        LostPower();
    }

    /// <summary>The power is gone: what only the memory knew is not there any more.</summary>
    public void LostPower()
    {
        EpochRecord record = Epochs[^1];
        for (int number = record.IsInMemory ? 0 : record.DurableUpTo; number < record.Count; number++)
        {
            if (record.At(number) is { HasArrived: false, HasArrivedUndated: false, WasUnwritten: false } sample)
            {
                sample.WasUnwritten = true;
                Unwritten++;
            }
        }
    }

    private EpochRecord RecordOf(int epoch, bool isInMemory)
    {
        EpochRecord? record = Of(epoch);
        if (record is null)
        {
            record = new EpochRecord(epoch, isInMemory);
            NothingLost.CheckNewEpoch(this, record);
            Epochs.Add(record);
        }
        else if (record != Epochs[^1])
        {
            Epochs.Remove(record);
            Epochs.Add(record);
        }

        return record;
    }

    // When the flash is given up, what waits in memory gets numbers of a new epoch; when it is back, the open batch does.
    private void Renumber(Node node)
    {
        EpochRecord record = RecordOf(node.Epoch, node.IsInMemory);
        // The journal may have taken the open batch in the same round, e.g. before a restart.
        int first = node.IsInMemory ? 0 : _journalNext ?? node.Journal.NextSample;
        int moved = Math.Min(node.NextSample - first, _ofBoot.Count);
        for (int i = 0; i < moved; i++)
        {
            Number(record, first + i, _ofBoot[_ofBoot.Count - moved + i]);
        }
    }

    private void Number(EpochRecord record, int number, TakenSample sample)
    {
        if (number < record.DurableUpTo && !record.IsInMemory)
        {
            Break(Promise.NothingInvented, $"number {record.Epoch}.{number} is given again, and was durable");
        }

        TakenSample? before = record.Put(number, sample);
        if (before is not null && before != sample && before.ArrivedAs == (record.Epoch, number))
        {
            Break(Promise.NothingInvented, $"number {record.Epoch}.{number} is given again, and had been sent");
        }
    }
}
