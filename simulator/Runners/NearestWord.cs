namespace UlmEdge.Simulator.Runners;

/// <summary>Finds the word that was probably meant.</summary>
internal static class NearestWord
{
    /// <summary>The candidate with the fewest typing errors, or null when none is near.</summary>
    public static string? To(string word, IEnumerable<string> candidates)
    {
        (string Word, int Distance) best = candidates
            .Select(candidate => (candidate, Distance(word, candidate)))
            .MinBy(pair => pair.Item2);
        return best.Word is not null && best.Distance <= Math.Max(2, best.Word.Length / 3) ? best.Word : null;
    }

    // Levenshtein's distance, one row of the table at a time.
    private static int Distance(string one, string other)
    {
        int[] row = [.. Enumerable.Range(0, other.Length + 1)];
        for (int i = 1; i <= one.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.Length; j++)
            {
                int replaced = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
