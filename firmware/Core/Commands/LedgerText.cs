using UlmEdge.Core.Journal;

namespace UlmEdge.Core.Commands
{
    /// <summary>What became of a range of samples, for an answer.</summary>
    internal static class LedgerText
    {
        /// <summary>In words: a sum that adds up.</summary>
        public static string Words(LedgerTotals totals)
        {
            return totals.Taken.ToString() + " taken = " + totals.Sent.ToString() + " sent + " + totals.Waiting.ToString() +
                " waiting + " + totals.Thinned.ToString() + " thinned + " + totals.Evicted.ToString() + " evicted + " +
                totals.Unreadable.ToString() + " unreadable + " + totals.NotStored.ToString() + " not stored + " +
                totals.Unknown.ToString() + " unknown";
        }

        /// <summary>As a field of a JSON object, with a comma before.</summary>
        public static string Json(LedgerTotals totals)
        {
            return ",\"ledger\":{\"taken\":" + totals.Taken.ToString() + ",\"sent\":" + totals.Sent.ToString() +
                ",\"waiting\":" + totals.Waiting.ToString() + ",\"thinned\":" + totals.Thinned.ToString() +
                ",\"summaries\":" + totals.ThinnedInto.ToString() + ",\"evicted\":" + totals.Evicted.ToString() +
                ",\"unreadable\":" + totals.Unreadable.ToString() + ",\"notStored\":" + totals.NotStored.ToString() +
                ",\"unknown\":" + totals.Unknown.ToString() + ",\"leftOut\":" + totals.LeftOut.ToString() + "}";
        }
    }
}
