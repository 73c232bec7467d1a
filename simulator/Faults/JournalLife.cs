using UlmEdge.Core.Batches;
using UlmEdge.Core.Journal;
using UlmEdge.Simulator.Checkers;

namespace UlmEdge.Simulator.Faults;

/// <summary>Leads the life of a journal on a flash: appends, sends, acknowledges, boots; the same for the same seed.</summary>
/// <param name="plan">The kind of life.</param>
/// <param name="flash">The flash.</param>
/// <param name="model">Learns what the journal was given and promised.</param>
/// <param name="seed">Draws the steps.</param>
/// <param name="events">Counts what the journal has to say.</param>
public sealed class JournalLife(
    JournalPlan plan, SimulatedFlash flash, JournalModel model, ulong seed, EventTally? events = null)
{
    private const int InFlightMax = 4;
    private const int RefusalSteps = 8;

    private const int StepsToRoom = 40;

    private readonly SeededEntropy _chance = new(seed);
    private readonly SampleSource _source = new(plan, new SeededEntropy(~seed));
    private readonly Batch _batch = new();
    private readonly Batch _read = new();
    private readonly List<(int First, int End, bool IsSummary)> _inFlight = [];
    private bool _isPending;
    private bool _knowsTime;
    private int _next;
    private int _refusesFor;

    /// <summary>The journal, once booted.</summary>
    public Journal? Journal { get; private set; }

    /// <summary>What the life came by.</summary>
    public StageTally Stages { get; } = new();

    /// <summary>What the journal has said.</summary>
    public EventTally Events { get; } = events ?? new();

    /// <summary>The first promise about numbers that was broken, or null.</summary>
    public string? Fault { get; private set; }

    /// <summary>The board starts; it tries until the flash can be used.</summary>
    public void Boot()
    {
        _inFlight.Clear();
        _isPending = false;
        Journal = plan.Open(flash, Events);
        if (!Journal.IsUsable)
        {
            Stages.Reach(JournalStage.RefusedBoots);
            Heal();
            Journal = plan.Open(flash, Events);
        }

        Fault ??= Journal.IsUsable ? NumbersPromise.FirstFault(model, Journal) : "the journal is not usable, and the flash is";
        _source.Boot(Journal);
        model.Opened(Journal, _source.OffsetSeconds);
        _knowsTime = _chance.Next(3) == 0;
        _next = Journal.NextSample;
        Stages.Reach(JournalStage.Boots);
    }

    /// <summary>Lives on for some steps, or until a promise about numbers is broken.</summary>
    public void Live(int steps)
    {
        for (int i = 0; i < steps && Fault is null; i++)
        {
            Step(Journal!);
            if (_refusesFor > 0 && --_refusesFor == 0)
            {
                Heal();
            }
        }
    }

    /// <summary>The flash works again.</summary>
    public void Heal()
    {
        _refusesFor = 0;
        flash.RefusesWrites = false;
        flash.RefusesReads = false;
    }

    private void Step(Journal journal)
    {
        switch (_chance.Next(32))
        {
            case < 16:
                Append(journal);
                break;
            case < 21:
                Send(journal, _inFlight.Count > 0 ? _inFlight[^1].End : journal.SettledUpTo);
                break;
            case < 25:
                Acknowledge(journal);
                break;
            case 25:
                Send(journal, _chance.Next(journal.NextSample + 1));
                break;
            case < 28:
                journal.Work();
                break;
            case 28:
                LearnTime(journal);
                break;
            case 29:
                Refuse();
                break;
            case 30 when _chance.Next(2) == 0:
                Boot();
                break;
            default:
                break;
        }
    }

    private void Append(Journal journal)
    {
        if (_isPending && _chance.Next(6) == 0)
        {
            // The queue in memory was full: the oldest gave way.
            model.Dropped(_batch);
            _next = _batch.EndSample;
            _isPending = false;
            Stages.Reach(JournalStage.GivenUp);
        }

        bool isAgain = _isPending;
        if (!_isPending)
        {
            _source.Fill(_batch, journal, _next, _knowsTime);
            model.Appending(_batch);
        }

        bool isDurable = journal.Append(_batch);
        for (int i = 0; i < StepsToRoom && !isDurable && journal.Work(); i++)
        {
            // There may be no room: as on a board, the housekeeper has its time before the batch is given again.
        }

        model.Appended(_batch, isDurable);
        _isPending = !isDurable;
        _next = isDurable ? _batch.EndSample : _next;
        if (isAgain && isDurable)
        {
            Stages.Reach(JournalStage.GivenAgain);
        }
    }

    private void Send(Journal journal, int from)
    {
        if (_inFlight.Count < InFlightMax && journal.TryReadNext(from, _read))
        {
            _inFlight.Add((_read.FirstSample, _read.EndSample, _read.IsSummary));
        }
    }

    private void Acknowledge(Journal journal)
    {
        if (_inFlight.Count == 0 || _chance.Next(100) >= plan.AcknowledgesPercent)
        {
            return;
        }

        int at = _chance.Next(_inFlight.Count);
        (int first, int end, bool isSummary) = _inFlight[at];
        _inFlight.RemoveAt(at);
        model.Acknowledging(first, end);
        if (journal.Acknowledge(first, end, isSummary) > 0)
        {
            model.Acknowledged(first, end);
        }

        if (isSummary)
        {
            Stages.Reach(JournalStage.SummariesSent);
        }

        if (journal.IslandCount > 0)
        {
            Stages.Reach(JournalStage.Islands);
        }
    }

    private void LearnTime(Journal journal)
    {
        if (journal.NeedsClock)
        {
            model.ClockAppending();
            bool isDurable = journal.AppendClock(_source.OffsetSeconds);
            model.ClockAppended(isDurable);
            _knowsTime |= isDurable;
            if (isDurable)
            {
                Stages.Reach(JournalStage.Clocks);
            }
        }
        else
        {
            _knowsTime |= _chance.Next(2) == 0;
        }
    }

    private void Refuse()
    {
        if (!plan.FlashFails)
        {
            return;
        }

        _refusesFor = 1 + _chance.Next(RefusalSteps);
        flash.RefusalLeaves = (TornWrite)_chance.Next(5);
        flash.RefusesReads = _chance.Next(4) == 0;
        if (flash.RefusesReads)
        {
            Stages.Reach(JournalStage.RefusedReads);
        }

        flash.RefusesWrites = !flash.RefusesReads || _chance.Next(2) == 0;
    }
}
