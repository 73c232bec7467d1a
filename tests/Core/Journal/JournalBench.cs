using UlmEdge.Core;
using UlmEdge.Core.Batches;
using UlmEdge.Core.Journal;
using UlmEdge.Ports;
using UlmEdge.Simulator.Faults;

namespace UlmEdge.Tests.Core.Journals;

/// <summary>A journal on a simulated flash, and batches to put into it: one a minute by default, of three quantities.</summary>
internal sealed class JournalBench : IEventLog, IEntropy
{
    public const long Midnight = 1_795_305_600;

    public JournalBench(int segmentsMax = Limits.SegmentsMax)
    {
        SegmentsMax = segmentsMax;
        Journal = Open();
    }

    public SimulatedFlash Flash { get; private set; } = new();

    public Journal Journal { get; private set; }

    public List<(NodeEvent What, int Detail)> Events { get; } = [];

    /// <summary>The event that cannot be logged once, for want of memory: what was to be done after it is not.</summary>
    public NodeEvent? HasNoMemoryFor { get; set; }

    public int SegmentsMax { get; set; }

    /// <summary>Seconds between samples.</summary>
    public int Step { get; set; } = 60;

    public bool TimesAreUnix { get; set; } = true;

    public string NodeId { get; set; } = "donau-07";

    /// <summary>What the next epoch will be.</summary>
    public int NextEpoch { get; set; } = 4711;

    public Batch Read { get; } = new();

    public string[] Segments => [.. Flash.Files.Keys.Where(name => name[0] == 'j')];

    /// <summary>Boots with what the flash holds.</summary>
    public Journal Open()
    {
        Events.Clear();
        return Journal = new Journal(Flash, NodeId, this, this, SegmentsMax);
    }

    /// <summary>Boots with a copy of the flash as it is now; this one stays what it is.</summary>
    public JournalBench Branch() => new(SegmentsMax) { Flash = Flash.Copy(), NodeId = NodeId, Step = Step, TimesAreUnix = TimesAreUnix };

    public Batch Next(int rows) => Fill(new Batch(), Journal.NextSample, rows);

    /// <summary>Appends a batch; the housekeeping makes room for it first, if there is none.</summary>
    /// <returns>False if the flash does not take it, or nothing makes room.</returns>
    public bool Append(int rows)
    {
        Batch batch = Next(rows);
        return WithRoom(() => Journal.Append(batch));
    }

    /// <summary>Appends a clock in the same way.</summary>
    public bool AppendClock(long offsetSeconds) => WithRoom(() => Journal.AppendClock(offsetSeconds));

    /// <summary>Appends batches until there are so many samples.</summary>
    public void AppendUntil(int sample, int rows = 10)
    {
        while (Journal.NextSample < sample)
        {
            Assert.True(Append(rows));
        }
    }

    /// <summary>Lets the housekeeping end.</summary>
    public void Work()
    {
        for (int i = 0; Journal.Work(); i++)
        {
            Assert.True(i < 10_000, "the housekeeping does not end");
        }
    }

    /// <summary>Reads the first waiting batch from a sample on, however long it takes.</summary>
    public bool TryRead(int sample)
    {
        bool found = false;
        for (int i = 0; i < 200 && !found; i++)
        {
            found = Journal.TryReadNext(sample, Read);
        }

        return found;
    }

    /// <summary>All that waits, as the broker would get it; nothing is acknowledged.</summary>
    public List<Batch> Waiting()
    {
        List<Batch> batches = [];
        int from = 0;
        while (TryRead(from))
        {
            batches.Add(Copy(Read));
            from = Read.EndSample;
        }

        return batches;
    }

    /// <summary>Sends and acknowledges all that waits.</summary>
    public void Drain()
    {
        for (int i = 0; TryRead(0); i++)
        {
            Assert.True(i < 20_000, "the backlog does not end");
            Journal.Acknowledge(Read.FirstSample, Read.EndSample, Read.IsSummary);
        }
    }

    public LedgerTotals Account() => Journal.Account(0, Journal.NextSample);

    public string AccountText() => LedgerModel.Text(Account());

    /// <summary>The batch of samples as they were taken.</summary>
    public Batch Fill(Batch batch, int first, int rows)
    {
        batch.Epoch = Journal.Epoch;
        batch.Boot = Journal.Boot;
        batch.FirstSample = first;
        batch.TimesAreUnix = TimesAreUnix;
        batch.ChannelCount = 3;
        batch.RowCount = rows;
        for (int row = 0; row < rows; row++)
        {
            batch.TimesSeconds[row] = (TimesAreUnix ? Midnight : 0) + (Step * (long)(first + row));
            for (int column = 0; column < 3; column++)
            {
                batch.Channels[column] = column;
                batch.Values[batch.CellAt(row, column)] = ValueOf(first + row, column);
                batch.Reasons[batch.CellAt(row, column)] = 0;
            }
        }

        return batch;
    }

    /// <summary>What a sample's channel has: noise, so that segments fill.</summary>
    public static int ValueOf(int sample, int column) => (int)((uint)((sample + 1) * (column + 7)) * 2654435761u >> 20) - 1000;

    public static Batch Copy(Batch batch)
    {
        byte[] buffer = new byte[Limits.BatchBytesMax];
        Batch copy = new();
        int length = new BatchCodec().Encode(batch, buffer);
        Assert.Equal(DecodeResult.Ok, new BatchCodec().TryDecode(buffer, length, copy));
        return copy;
    }

    /// <summary>Everything from the first sample on is there, dense, and says what was taken.</summary>
    public void AssertSamples(int samples, int first)
    {
        int next = first;
        foreach (Batch batch in Waiting())
        {
            Assert.True(batch.FirstSample <= next && batch.EndSample > next, $"{batch.FirstSample} instead of {next}");
            for (int row = 0, sample = batch.FirstSample; row < batch.RowCount; row++)
            {
                int count = batch.IsSummary ? batch.RowSamples[row] : 1;
                Assert.Equal((batch.TimesAreUnix ? Midnight : 0) + ((long)Step * sample), batch.TimesSeconds[row]);
                int[] values = [.. Enumerable.Range(sample, count).Select(number => ValueOf(number, 1))];
                int cell = batch.CellAt(row, batch.ColumnsPerChannel);
                Assert.Equal(values.Min(), batch.Values[cell]);
                Assert.Equal(values.Max(), batch.Values[cell + (batch.IsSummary ? 2 : 0)]);
                sample += count;
            }

            next = batch.EndSample;
        }

        Assert.Equal(samples, next);
    }

    void IEventLog.Record(NodeEvent what, int detail)
    {
        Events.Add((what, detail));
        if (what == HasNoMemoryFor)
        {
            HasNoMemoryFor = null;
            throw new OutOfMemoryException();
        }
    }

    int IEntropy.Next(int limit) => Math.Min(NextEpoch, limit) - 1;

    private bool WithRoom(Func<bool> append)
    {
        int steps = 0;
        while (!append())
        {
            Assert.True(++steps < 10_000, "the housekeeping makes no room");
            if (!Journal.Work())
            {
                return false;
            }
        }

        return true;
    }
}
