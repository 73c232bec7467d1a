using UlmEdge.Ports;

namespace UlmEdge.Simulator.Faults;

/// <summary>Counts the stages that journals came by.</summary>
public sealed class StageTally
{
    private readonly long[] _counts = new long[Enum.GetValues<JournalStage>().Length];

    /// <summary>How often a stage was reached.</summary>
    public long this[JournalStage stage] => _counts[(int)stage];

    /// <summary>The stages that were never reached.</summary>
    public IEnumerable<JournalStage> Missing => Enum.GetValues<JournalStage>().Where(stage => this[stage] == 0);

    /// <summary>Notes that a stage was reached.</summary>
    public void Reach(JournalStage stage) => _counts[(int)stage]++;

    /// <summary>Notes what a change of a flash means; the flash is still as it was.</summary>
    public void Note(FlashChange change, SimulatedFlash flash)
    {
        if (flash.RefusesWrites)
        {
            Reach(JournalStage.RefusedNothing + (int)flash.RefusalLeaves);
            if (change.Appends)
            {
                Reach(JournalStage.Seals);
            }
        }
        else if (change.Content is null)
        {
            return;
        }
        else if (!flash.Files.ContainsKey(change.Name) && flash.UsedBytes + SimulatedFlash.BlockBytes > flash.CapacityBytes)
        {
            Reach(JournalStage.FullFlash);
        }
        else if (StageOf(change.Name) is { } stage)
        {
            Reach(stage);
        }
    }

    /// <summary>Notes what a journal has said.</summary>
    public void Note(EventTally events) => _counts[(int)JournalStage.Evictions] += events[NodeEvent.SamplesEvicted];

    /// <summary>Adds what another tally has counted; safe from several threads.</summary>
    public void Add(StageTally other)
    {
        for (int i = 0; i < _counts.Length; i++)
        {
            Interlocked.Add(ref _counts[i], other._counts[i]);
        }
    }

    private static JournalStage? StageOf(string file) => file switch
    {
        "cursor.0" => JournalStage.FirstSlots,
        "cursor.1" => JournalStage.SecondSlots,
        _ when file.EndsWith(".1", StringComparison.Ordinal) => JournalStage.Regroupings,
        _ when file.EndsWith(".2", StringComparison.Ordinal) => JournalStage.TenMinutes,
        _ when file.EndsWith(".3", StringComparison.Ordinal) => JournalStage.Hours,
        _ => null,
    };

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", Enum.GetValues<JournalStage>().Select(stage => $"{stage} {this[stage]}"));
}
