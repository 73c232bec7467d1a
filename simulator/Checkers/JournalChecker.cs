using UlmEdge.Core.Journal;

namespace UlmEdge.Simulator.Checkers;

/// <summary>Holds a journal to all its promises at once.</summary>
public static class JournalChecker
{
    /// <summary>Compares all that an open journal says with what was given and promised.</summary>
    /// <returns>Null when every promise is kept, else what is wrong.</returns>
    public static string? FirstFault(JournalModel model, Journal journal)
    {
        JournalReadout readout = new();
        return readout.Read(model, journal) ?? LedgerPromise.FirstFault(model, journal, readout);
    }
}
