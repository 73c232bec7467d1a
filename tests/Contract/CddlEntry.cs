namespace UlmEdge.Tests.Contract;

/// <summary>One entry of an array or a map in CDDL: how often, under which key in a map, and what.</summary>
internal sealed record CddlEntry(int Least, int Most, Func<object, bool>? Key, Func<object, bool> Type)
{
    /// <summary>Whether entries, one after the other, take all items of an array.</summary>
    public static bool InArray(List<CddlEntry> entries, List<object> items)
    {
        int at = 0;
        foreach (CddlEntry entry in entries)
        {
            int count = 0;
            while (count < entry.Most && at < items.Count && entry.Type(items[at]))
            {
                (at, count) = (at + 1, count + 1);
            }

            if (count < entry.Least)
            {
                return false;
            }
        }

        return at == items.Count;
    }

    /// <summary>Whether entries take all pairs of a map, in whatever order.</summary>
    public static bool InMap(List<CddlEntry> entries, List<KeyValuePair<object, object>> pairs)
    {
        List<KeyValuePair<object, object>> left = [.. pairs];
        return entries.All(entry =>
        {
            int count = left.RemoveAll(pair => entry.Key!(pair.Key) && entry.Type(pair.Value));
            return count >= entry.Least && count <= entry.Most;
        }) && left.Count == 0;
    }
}
