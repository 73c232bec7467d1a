using UlmEdge.Core.Batches;
using UlmEdge.Core.Journal;
using UlmEdge.Simulator.Checkers;
using UlmEdge.Simulator.Weather;

namespace UlmEdge.Simulator.Faults;

/// <summary>A bounded life of a journal, the same for the same seed: batches, acknowledgements, boots without a date.</summary>
/// <param name="seed">Draws the life.</param>
/// <param name="steps">Its length.</param>
public sealed class JournalScenario(int seed, int steps)
{
    /// <summary>Few, so that a short life sees everything: regrouping, thinning, eviction.</summary>
    public const int SegmentsMax = 5;

    private const string NodeId = "donau-07";
    private const int SmallRows = 6;

    /// <summary>Opens the journal of a flash.</summary>
    public static Journal Open(SimulatedFlash flash, int seed) =>
        new(flash, NodeId, new SeededEntropy((ulong)seed), new SilentLog(), SegmentsMax);

    /// <summary>Lives the life on a flash, until its end or a power cut.</summary>
    /// <param name="flash">The flash; a cut may be armed.</param>
    /// <param name="model">Learns what the journal promised.</param>
    /// <exception cref="PowerCutException">The armed cut has come.</exception>
    public void Live(SimulatedFlash flash, JournalModel model)
    {
        Random random = new(seed);
        Journal journal = Open(flash, seed);
        model.TakeEpoch(journal.Epoch);
        Live(journal, model, random, steps);
    }

    /// <summary>Lives on for some steps with a journal that is open.</summary>
    public void Live(Journal journal, JournalModel model, Random random, int count)
    {
        Batch batch = new();
        Batch read = new();
        bool knowsTime = random.Next(3) > 0;
        for (int i = 0; i < count; i++)
        {
            switch (random.Next(16))
            {
                case < 10:
                    Fill(batch, journal, model, random, knowsTime);
                    model.Appending(batch);
                    model.Appended(batch, journal.Append(batch));
                    break;
                case < 13:
                    Acknowledge(journal, model, read, journal.SettledUpTo);
                    break;
                case 13:
                    Acknowledge(journal, model, read, random.Next(journal.NextSample + 1));
                    break;
                case 14:
                    journal.Work();
                    break;
                default:
                    knowsTime |= !journal.NeedsClock || journal.AppendClock(model.OffsetSeconds);
                    break;
            }
        }
    }

    private static void Acknowledge(Journal journal, JournalModel model, Batch read, int from)
    {
        if (journal.TryReadNext(from, read))
        {
            model.Acknowledging(read);
            journal.Acknowledge(read.FirstSample, read.EndSample, read.IsSummary);
        }
    }

    private static void Fill(Batch batch, Journal journal, JournalModel model, Random random, bool knowsTime)
    {
        batch.Epoch = journal.Epoch;
        batch.Boot = journal.Boot;
        batch.FirstSample = journal.NextSample;
        batch.TimesAreUnix = knowsTime;
        batch.ChannelCount = 3;
        batch.RowCount = random.Next(4) == 0 ? 1 + random.Next(20) : 1 + random.Next(SmallRows);
        for (int i = 0; i < 3; i++)
        {
            batch.Channels[i] = i;
        }

        for (int row = 0; row < batch.RowCount; row++)
        {
            int sample = batch.FirstSample + row;
            batch.TimesSeconds[row] = (knowsTime ? model.OffsetSeconds : 0) + (60L * sample);
            for (int column = 0; column < 3; column++)
            {
                ulong noise = SeededNumbers.Derive((ulong)sample, "cell") >> (8 * column);
                batch.Values[batch.CellAt(row, column)] = (int)(noise & 0xFFFF) - 0x4000;
                batch.Reasons[batch.CellAt(row, column)] = (byte)(noise % 37 == 0 ? 1 + (noise % 10) : 0);
            }
        }
    }
}
