using UlmEdge.Simulator.Faults;

namespace UlmEdge.Simulator.Runners;

/// <summary>Damages one sound journal many times, each time anew.</summary>
/// <param name="seed">Draws the journal and what happens to it.</param>
public sealed class DamageTally(int seed)
{
    // Draining reads all once more: some journals are enough.
    private const int DrainsEvery = 8;

    private static readonly int Kinds = Enum.GetValues<DamageKind>().Length;

    /// <summary>Journals so far.</summary>
    public long Journals { get; private set; }

    /// <summary>Whether an exception got out of the journal.</summary>
    public bool HasEscaped { get; private set; }

    /// <summary>The first promise that was broken, with what was damaged, or null.</summary>
    public string? Fault { get; private set; }

    /// <summary>The journal that broke it.</summary>
    public int FaultJournal { get; private set; }

    /// <summary>Damages the journal so many times, or until the first fault.</summary>
    /// <param name="count">How many times.</param>
    /// <param name="only">Do just this one of them, or null for all.</param>
    /// <param name="stop">Ends it early.</param>
    public void Run(int count, int? only, CancellationToken stop)
    {
        DamageBase origin;
        try
        {
            origin = new DamageBase(seed);
        }
        catch (InvalidOperationException unsound)
        {
            Fault = unsound.Message;
            return;
        }

        for (int i = only ?? 0; i < (only + 1 ?? count) && Fault is null && !stop.IsCancellationRequested; i++)
        {
            One(origin, i);
            Journals++;
        }
    }

    private void One(DamageBase origin, int number)
    {
        SeededEntropy chance = new(((ulong)seed << 32) + (ulong)number);
        SimulatedFlash flash = origin.Flash.Copy();
        DamageKind kind = (DamageKind)(number % Kinds);
        try
        {
            new FlashDamage(flash, origin.OtherNode, origin.OtherLife, chance).Do(kind);
            SimulatedFlash damaged = flash.Copy();
            string? fault = new DamageCheck(origin, flash, kind == DamageKind.Mixed).FirstFault(number / Kinds % DrainsEvery == 0);
            Fault = fault is null ? null : $"{kind} ({Changes(origin.Flash, damaged)}): {fault}";
        }
        catch (Exception escaped)
        {
            HasEscaped = true;
            Fault = $"{kind}: {escaped.GetType().Name} escaped ({escaped.Message}), {escaped.StackTrace?.Split('\n')[0].Trim()}";
        }

        FaultJournal = number;
    }

    // Which files are not what they were.
    private static string Changes(SimulatedFlash sound, SimulatedFlash damaged) => string.Join(", ",
        from name in sound.Files.Keys.Union(damaged.Files.Keys)
        let was = sound.Files.GetValueOrDefault(name)
        let now = damaged.Files.GetValueOrDefault(name)
        where !ReferenceEquals(was, now)
        select now is null ? $"no {name}" : was is null ? $"new {name}" : $"other {name}");
}
