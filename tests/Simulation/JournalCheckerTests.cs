using UlmEdge.Core.Batches;
using UlmEdge.Core.Journal;
using UlmEdge.Ports;
using UlmEdge.Simulator.Checkers;
using UlmEdge.Simulator.Faults;

namespace UlmEdge.Tests.Simulation;

/// <summary>The checkers of the journal can say no: each promise, broken on purpose, is found to be broken.</summary>
public sealed class JournalCheckerTests
{
    // Enough for several segments, and for summaries of ten minutes.
    private const int Several = 200;
    private const int Many = 900;
    private const int TenMinutes = 600;

    private readonly JournalPlan _plan = new(1);
    private readonly SimulatedFlash _flash = new();
    private readonly JournalModel _model = new();
    private readonly EventTally _events = new();

    [Fact]
    public void A_sound_journal_breaks_no_promise()
    {
        Write(_flash, Many);
        Assert.True(_events[NodeEvent.SamplesThinned] > 0, "the journal is to be full enough to hold summaries");
        Assert.Null(FaultAfterBoot());
    }

    [Fact]
    public void A_lost_file_is_found()
    {
        Write(_flash, Several);
        _flash.Plant(_flash.Files.Keys.First(name => name[0] == 'j'), null);
        Assert.Contains("lost", FaultAfterBoot());
    }

    [Fact]
    public void A_store_that_forgets_a_write_is_found()
    {
        Write(new ForgetfulStore(_flash, 12), Several);
        Assert.NotNull(FaultAfterBoot());
    }

    [Fact]
    public void Numbers_that_come_again_are_found()
    {
        Write(_flash, 3);
        string newest = _flash.Files.Keys.Last(name => name[0] == 'j');
        _flash.Plant(newest, _flash.Files[newest][..^1]);
        Assert.Contains("comes again", FaultAfterBoot());
    }

    [Fact]
    public void A_new_epoch_is_found()
    {
        Write(_flash, 3);
        Assert.Contains("epoch", NumbersPromise.FirstFault(_model, _plan.Open(new SimulatedFlash(), _events, new SeededEntropy(99))));
    }

    [Fact]
    public void Another_value_is_found()
    {
        Batch last = Write(_flash, 3);
        last.Reasons[0] = 0;
        last.Values[0]++;
        _model.Appending(last);
        Assert.Contains("is not what was given", FaultAfterBoot());
    }

    [Fact]
    public void Another_time_is_found()
    {
        Batch last = Write(_flash, 3);
        last.TimesSeconds[0]--;
        _model.Appending(last);
        Assert.Contains("time of sample", FaultAfterBoot());
    }

    [Fact]
    public void An_invented_sample_is_found()
    {
        Write(_flash, 3);
        Journal journal = _plan.Open(_flash, _events);
        Append(journal, new JournalModel());
        Assert.Contains("never given", FaultAfterBoot());
    }

    [Fact]
    public void A_sample_that_is_said_to_be_sent_and_was_not_is_found()
    {
        Write(_flash, 3);
        Journal journal = Boot();
        journal.Acknowledge(0, 1);
        Assert.Contains("they wait, but", JournalChecker.FirstFault(_model, journal));
    }

    [Fact]
    public void Another_mean_is_found()
    {
        Write(_flash, Many);
        Batch summary = new();
        Journal journal = Boot();
        for (int from = 0; summary.WindowSeconds != TenMinutes; from = summary.EndSample)
        {
            Assert.True(journal.TryReadNext(from, summary), "there is to be a summary of ten minutes");
        }

        int channel = Enumerable.Range(0, summary.ChannelCount).First(i => summary.Reasons[3 * i] == 0);
        Assert.Null(SummaryPromise.FirstFault(_model, summary));
        summary.Values[(3 * channel) + 1]++;
        Assert.Contains("mean", SummaryPromise.FirstFault(_model, summary));
    }

    // Appends batches as one boot does, and tells the model.
    private Batch Write(IFileStore store, int batches)
    {
        Journal journal = _plan.Open(store, _events);
        _model.Opened(journal, 0);
        Batch last = new();
        for (int i = 0; i < batches; i++)
        {
            last = Append(journal, _model);
        }

        return last;
    }

    private Batch Append(Journal journal, JournalModel model)
    {
        Batch batch = new();
        SampleSource source = new(_plan, new SeededEntropy((ulong)journal.NextSample));
        source.Boot(journal);
        source.Fill(batch, journal, journal.NextSample, true);
        model.Appending(batch);
        while (!journal.Append(batch))
        {
            journal.Work(); // It makes room.
        }

        model.Appended(batch, true);
        return batch;
    }

    private Journal Boot() => _plan.Open(_flash, _events);

    private string? FaultAfterBoot()
    {
        Journal journal = Boot();
        return NumbersPromise.FirstFault(_model, journal) ?? JournalChecker.FirstFault(_model, journal);
    }
}
