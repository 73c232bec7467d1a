using UlmEdge.Core.Batches;
using UlmEdge.Core.Journal;

namespace UlmEdge.Simulator.Checkers;

/// <summary>A boot's clock, once durable, is found as long as there is a batch that it dates, and is never another one.</summary>
public static class ClockPromise
{
    // Each call looks at some records; a journal of a few segments has a few hundred.
    private const int CallsMax = 200;

    /// <summary>Asks for the clock of an undated batch.</summary>
    /// <returns>Null when the promise is kept, else what is wrong.</returns>
    public static string? FirstFault(JournalModel model, Journal journal, Batch batch, bool mayMiss)
    {
        if (batch.TimesAreUnix || batch.Boot >= journal.Boot)
        {
            return null;
        }

        PromisedBoot promised = default;
        foreach (PromisedBoot boot in model.Boots)
        {
            promised = boot.Boot == batch.Boot ? boot : promised;
        }

        for (int i = 0; i < CallsMax; i++)
        {
            if (journal.TryFindClock(batch.Boot, batch.FirstSample, out bool isSet, out long offsetSeconds))
            {
                return isSet && !promised.IsOffered ? $"boot {batch.Boot} has a clock that was never given"
                    : !isSet && !mayMiss && batch.EndSample <= promised.DatedUpTo
                        ? $"the clock of boot {batch.Boot} was durable and is lost"
                    : isSet && offsetSeconds != promised.OffsetSeconds ? $"the clock of boot {batch.Boot} has changed"
                    : null;
            }
        }

        return $"the search for the clock of boot {batch.Boot} does not end";
    }
}
