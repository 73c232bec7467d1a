namespace UlmEdge.Simulator.Faults;

/// <summary>What a journal's life must have come by, over some lives, for cuts in it to prove anything.</summary>
public enum JournalStage
{
    /// <summary>A boot after the first one.</summary>
    Boots,

    /// <summary>Segments were put together without loss.</summary>
    Regroupings,

    /// <summary>Segments became minima, means and maxima of ten minutes.</summary>
    TenMinutes,

    /// <summary>Segments became minima, means and maxima of an hour.</summary>
    Hours,

    /// <summary>A summary was acknowledged.</summary>
    SummariesSent,

    /// <summary>The oldest segment had to go.</summary>
    Evictions,

    /// <summary>A boot learned the time and wrote it down.</summary>
    Clocks,

    /// <summary>Acknowledged samples stood behind waiting ones.</summary>
    Islands,

    /// <summary>The newest segment was left alone, for nobody knew what it held.</summary>
    Seals,

    /// <summary>The first slot was written.</summary>
    FirstSlots,

    /// <summary>The second slot was written.</summary>
    SecondSlots,

    /// <summary>A batch was refused and given again.</summary>
    GivenAgain,

    /// <summary>A batch was refused and given up.</summary>
    GivenUp,

    /// <summary>A boot found a flash that refused.</summary>
    RefusedBoots,

    /// <summary>A change was refused, and nothing was left of it.</summary>
    RefusedNothing,

    /// <summary>A change was refused, and an empty file was left.</summary>
    RefusedEmptied,

    /// <summary>A change was refused, and a part of it was left.</summary>
    RefusedPrefix,

    /// <summary>A change was refused, and garbage was left.</summary>
    RefusedGarbage,

    /// <summary>A change was refused although it had been done.</summary>
    RefusedDone,

    /// <summary>The flash was full before the journal had all of its segments.</summary>
    FullFlash,

    /// <summary>The flash refused to be read.</summary>
    RefusedReads,
}
