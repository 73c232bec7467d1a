using UlmEdge.Core.Journal;

namespace UlmEdge.Simulator.Checkers;

/// <summary>Numbers are unique: an epoch lasts, boots are counted, and what was durable keeps its number for itself.</summary>
public static class NumbersPromise
{
    /// <summary>Compares a journal that was just opened with what was known before.</summary>
    /// <returns>Null when the promise is kept, else what is wrong.</returns>
    public static string? FirstFault(JournalModel model, Journal journal)
    {
        if (model.Epoch != 0 && journal.Epoch != model.Epoch)
        {
            return $"epoch {model.Epoch} became {journal.Epoch}";
        }

        if (journal.Boot <= model.LastBoot)
        {
            return $"boot {model.LastBoot} was followed by boot {journal.Boot}";
        }

        return journal.NextSample < model.Durable ? $"sample {journal.NextSample} comes again: {model.Durable} were durable"
            : journal.NextSample > model.Count ? $"sample {model.Count} was never given, and the next one is {journal.NextSample}"
            : null;
    }
}
