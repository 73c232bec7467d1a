using UlmEdge.Simulator.Checkers;
using UlmEdge.Simulator.Faults;
using UlmEdge.Simulator.Weather;

namespace UlmEdge.Simulator.Runners;

/// <summary>Cuts one life of a journal at every operation, in every way, and again while it recovers.</summary>
/// <remarks>
/// The life runs once. Before each changing operation the volume forks, once for each way in which the operation can tear;
/// the fork recovers, is checked, lives on, and forks again.
/// </remarks>
/// <param name="seed">The life.</param>
/// <param name="steps">Its length.</param>
/// <param name="depth">1 or 2.</param>
public sealed class CutsTally(int seed, int steps, int depth)
{
    // What follows a recovery before the second round ends: enough to begin a new segment.
    private const int StepsAfter = 6;

    private static readonly TornWrite[] Ways = Enum.GetValues<TornWrite>();

    private readonly JournalPlan _plan = new(seed);
    private readonly EventTally _events = new();
    private CancellationToken _stop;

    /// <summary>The life.</summary>
    public int Seed => seed;

    /// <summary>Cuts so far.</summary>
    public long Cuts { get; private set; }

    /// <summary>The first promise that was broken, with where and how, or null.</summary>
    public string? Fault { get; private set; }

    /// <summary>The first operation whose cut broke it, or null.</summary>
    public long? FaultOperation { get; private set; }

    /// <summary>What the life came by while it could be cut.</summary>
    public StageTally Stages { get; } = new();

    /// <summary>Cuts at this operation only, and passes over all others; null for all.</summary>
    public long? Only { get; init; }

    /// <summary>Does all cuts of the life, or those until the first fault.</summary>
    public void Run(CancellationToken stop)
    {
        _stop = stop;
        SimulatedFlash flash = new() { CapacityBytes = _plan.CapacityBytes };
        JournalModel model = new();
        JournalLife prelude = new(_plan, flash, model, SeededNumbers.Bits((ulong)seed, 0));
        JournalLife life = new(_plan, flash, model, SeededNumbers.Bits((ulong)seed, 1));
        Hold("before the first cut", () => Lead(prelude, _plan.PreludeSteps) ?? prelude.Fault);
        long before = flash.Operations;
        flash.Changing = change =>
        {
            Stages.Note(change, flash);
            if (Only is null || Only == flash.Operations - before)
            {
                CutAll(flash.Operations - before, change, flash, model);
            }
        };
        Hold("without a cut", () => Lead(life, steps));
        Stages.Add(life.Stages);
        Stages.Note(life.Events);
        if (Fault is null && !stop.IsCancellationRequested)
        {
            Recover(flash, model, "without a cut", depth + 1, (ulong)seed);
        }
    }

    // Boots, lives so long, and leaves a flash that works.
    private static string? Lead(JournalLife life, int count)
    {
        life.Boot();
        life.Live(count);
        life.Heal();
        return life.Fault;
    }

    private void CutAll(long operation, FlashChange change, SimulatedFlash flash, JournalModel model)
    {
        CutHere($"cut at operation {operation}", 1, operation, change, flash, model, (ulong)seed);
        FaultOperation ??= Fault is null ? null : operation;
    }

    // Cuts a change in every way in which it can tear. What follows is drawn from where it was cut, and from nothing else.
    private void CutHere(
        string where, int round, long operation, FlashChange change, SimulatedFlash flash, JournalModel model, ulong path)
    {
        for (int i = 0; i < Ways.Length && Fault is null && !_stop.IsCancellationRequested; i++)
        {
            if (flash.Fork(change, Ways[i], (int)operation) is { } fork)
            {
                Cuts++;
                JournalModel then = model.Copy();
                bool isFull = flash.UsedBytes + SimulatedFlash.BlockBytes > flash.CapacityBytes;
                then.LostCause |= change.Content is null && (isFull || flash.RefusesWrites);
                Recover(fork, then, $"{where} ({Ways[i]})", round, SeededNumbers.Bits(path, (operation * Ways.Length) + i));
            }
        }
    }

    // Round 1 follows the first cut, round 2 the one within its recovery; after one within that the journal must open.
    private void Recover(SimulatedFlash flash, JournalModel model, string where, int round, ulong path)
    {
        JournalLife life = new(_plan, flash, model, path, _events);
        flash.Changing = depth == 1 || round > depth ? null : change =>
            CutHere($"{where}, then at operation {flash.Operations}", round + 1, flash.Operations, change, flash, model, path);
        Hold(where, () =>
        {
            life.Boot();
            return life.Fault ?? (round > depth ? null : JournalChecker.FirstFault(model, life.Journal!));
        });
        if (round == 1)
        {
            Hold($"{where}, and some steps later", () =>
            {
                life.Live(StepsAfter);
                life.Heal();
                return life.Fault ?? JournalChecker.FirstFault(model, life.Journal!) ?? DrainPromise.FirstFault(life.Journal!);
            });
        }

        flash.Changing = null;
    }

    // What escapes is a broken promise, too; the innermost place that breaks one is the one to tell of.
    private void Hold(string where, Func<string?> fault)
    {
        try
        {
            string? found = Fault is null ? fault() : null;
            Fault ??= found is null ? null : $"{where}: {found}";
        }
        catch (Exception escaped)
        {
            Fault ??= $"{where}: {escaped.GetType().Name} escaped, {escaped.StackTrace?.Split('\n')[0].Trim()}";
        }
    }
}
