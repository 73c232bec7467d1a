using UlmEdge.Core.Batches;
using UlmEdge.Core.Journal;

namespace UlmEdge.Simulator.Checkers;

/// <summary>What waits can be sent, and what was acknowledged is not sent for ever: a journal can be drained.</summary>
public static class DrainPromise
{
    // Each call reads some records; a segment has a few hundred.
    private const int MissesMax = 100;

    /// <summary>Reads and acknowledges everything, from the oldest on. Afterwards the journal is of no more use to a checker.</summary>
    /// <returns>Null when the promise is kept, else what is wrong.</returns>
    public static string? FirstFault(Journal journal)
    {
        Batch batch = new();
        for (int misses = 0; misses < MissesMax && journal.UnsettledCount > 0; misses++)
        {
            if (!journal.TryReadNext(journal.SettledUpTo, batch))
            {
                continue;
            }

            int before = journal.UnsettledCount;
            journal.Acknowledge(batch.FirstSample, batch.EndSample, batch.IsSummary);
            if (journal.UnsettledCount == before)
            {
                return $"samples {batch.FirstSample} to {batch.EndSample - 1} were acknowledged and wait as before";
            }

            misses = -1;
        }

        return journal.UnsettledCount == 0 ? null : $"{journal.UnsettledCount} samples wait and cannot be read";
    }
}
