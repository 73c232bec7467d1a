using UlmEdge.Core.Batches;
using UlmEdge.Core.Journal;
using UlmEdge.Ports;
using UlmEdge.Simulator.Checkers;

namespace UlmEdge.Simulator.Faults;

/// <summary>Makes batches of samples that are hard to compress, so that a journal fills quickly; no two samples are alike.</summary>
/// <param name="plan">How long they are, and how far apart.</param>
/// <param name="chance">Draws them.</param>
public sealed class SampleSource(JournalPlan plan, SeededEntropy chance)
{
    private const long FirstUnixSeconds = 1_795_291_200;
    private const int SecondsBetweenBoots = 1_800;
    private const int RowsMax = 20;

    private int _channels;
    private int _firstSample;

    /// <summary>Unix second of uptime 0 of this boot.</summary>
    public long OffsetSeconds { get; private set; }

    /// <summary>A boot begins: what is fitted can have changed.</summary>
    public void Boot(Journal journal)
    {
        _channels = chance.Next(4) == 0 ? 1 + chance.Next(plan.ChannelsMax) : plan.ChannelsMax;
        _firstSample = journal.NextSample;
        OffsetSeconds = FirstUnixSeconds + ((long)plan.SecondsPerSample * _firstSample)
            + ((long)SecondsBetweenBoots * journal.Boot);
    }

    /// <summary>Fills a batch with the next samples.</summary>
    public void Fill(Batch batch, Journal journal, int firstSample, bool knowsTime)
    {
        batch.Epoch = journal.Epoch;
        batch.Boot = journal.Boot;
        batch.FirstSample = firstSample;
        batch.TimesAreUnix = knowsTime;
        batch.WindowSeconds = 0;
        batch.ChannelCount = _channels;
        batch.RowCount = 1 + chance.Next(chance.Next(4) == 0 ? RowsMax : plan.RowsMax);
        for (int i = 0; i < _channels; i++)
        {
            batch.Channels[i] = i;
        }

        for (int row = 0; row < batch.RowCount; row++)
        {
            long uptime = ((long)plan.SecondsPerSample * (firstSample + row - _firstSample)) + chance.Next(20);
            batch.TimesSeconds[row] = uptime + (knowsTime ? OffsetSeconds : 0);
            for (int channel = 0; channel < _channels; channel++)
            {
                int cell = batch.CellAt(row, channel);
                bool isMissing = chance.Next(100) < plan.MissesPercent;
                batch.Reasons[cell] = isMissing ? Reason(row) : (byte)0;
                batch.Values[cell] = (int)(uint)chance.Next64() >> (channel * 4);
            }
        }
    }

    // Not due, one of the reasons, or a value that something speaks against.
    private byte Reason(int row) => chance.Next(Absences.Max + 2) switch
    {
        0 => Batch.NotDue,
        > Absences.Max => (byte)(Batch.Doubtful | (1 << (row % Qualities.Bits))),
        int reason => (byte)reason,
    };
}
