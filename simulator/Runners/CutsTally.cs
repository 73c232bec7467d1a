using UlmEdge.Core.Journal;
using UlmEdge.Simulator.Checkers;
using UlmEdge.Simulator.Faults;

namespace UlmEdge.Simulator.Runners;

/// <summary>Cuts one scenario at every operation, in every way, and again while it recovers.</summary>
/// <param name="seed">The scenario.</param>
/// <param name="steps">Its length.</param>
/// <param name="depth">1 or 2.</param>
public sealed class CutsTally(int seed, int steps, int depth)
{
    // What follows a recovery before the second round ends: enough to begin a new segment.
    private const int StepsAfter = 6;

    private readonly JournalScenario _scenario = new(seed, steps);

    /// <summary>Cuts so far.</summary>
    public long Cuts { get; private set; }

    /// <summary>The first promise that was broken, with where and how, or null.</summary>
    public string? Fault { get; private set; }

    /// <summary>Does all cuts of the scenario, or those until the first fault.</summary>
    public void Run(CancellationToken stop)
    {
        SimulatedFlash whole = new();
        JournalModel model = new();
        _scenario.Live(whole, model);
        Fault = Check(whole.Copy(), model, "without a cut");
        for (long operation = 0; operation < whole.Operations && Fault is null && !stop.IsCancellationRequested; operation++)
        {
            foreach (TornWrite torn in Enum.GetValues<TornWrite>())
            {
                CutAt(operation, torn);
            }
        }
    }

    private void CutAt(long operation, TornWrite torn)
    {
        SimulatedFlash flash = new();
        JournalModel model = new();
        flash.CutAfter(operation, torn, (int)operation);
        try
        {
            _scenario.Live(flash, model);
            return;
        }
        catch (PowerCutException)
        {
            Cuts++;
        }

        string where = $"cut at operation {operation} ({torn})";
        long recovery = Recovered(flash.Copy(), model.Copy(), where);
        for (long second = 0; depth > 1 && second < recovery && Fault is null; second++)
        {
            foreach (TornWrite tornAgain in Enum.GetValues<TornWrite>())
            {
                CutAgain(flash.Copy(), model.Copy(), second, tornAgain, where);
            }
        }
    }

    // Recovers and lives on a little; returns how many operations that took.
    private long Recovered(SimulatedFlash flash, JournalModel model, string where)
    {
        long before = flash.Operations;
        Fault ??= Check(flash, model, where);
        if (Fault is null)
        {
            LiveOn(flash, model);
            Fault = Check(flash, model, where + ", and some steps later");
        }

        return flash.Operations - before;
    }

    private void CutAgain(SimulatedFlash flash, JournalModel model, long second, TornWrite torn, string where)
    {
        flash.CutAfter(second, torn, (int)second);
        try
        {
            LiveOn(flash, model);
            flash.Disarm();
        }
        catch (PowerCutException)
        {
            Cuts++;
        }

        Fault ??= Check(flash, model, $"{where}, again at operation {second} after it ({torn})");
    }

    private void LiveOn(SimulatedFlash flash, JournalModel model)
    {
        Journal journal = JournalScenario.Open(flash, seed);
        model.TakeEpoch(journal.Epoch);
        _scenario.Live(journal, model, new Random(seed + 1), StepsAfter);
    }

    private string? Check(SimulatedFlash flash, JournalModel model, string where)
    {
        try
        {
            string? fault = model.FirstFault(JournalScenario.Open(flash, seed));
            return fault is null ? null : $"seed {seed}, {where}: {fault}";
        }
        catch (Exception escaped) when (escaped is not PowerCutException)
        {
            return $"seed {seed}, {where}: {escaped.GetType().Name} escaped, {escaped.StackTrace?.Split('\n')[0].Trim()}";
        }
    }
}
