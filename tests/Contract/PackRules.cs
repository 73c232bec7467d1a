using System.Text.Json;

namespace UlmEdge.Tests.Contract;

/// <summary>What a schema cannot say of a pack: whose it is, and that its rows are the samples it names.</summary>
internal static class PackRules
{
    private const long FirstDoubt = 1 << 16;

    private static readonly string[] OfBatch = ["batch", "uptime", "thinned"];

    /// <summary>Checks a pack that its schema has nothing against.</summary>
    /// <returns>Null, or what is wrong.</returns>
    public static string? FaultIn(JsonElement pack, string baseName)
    {
        string sender = pack[0].GetProperty("bn").GetString()!;
        if (sender != baseName)
        {
            return $"the base name is {sender}";
        }

        JsonElement[] records = [.. pack.EnumerateArray()];
        bool isSummary = records.Any(record => Name(record) == "thinned");
        (long Seconds, JsonElement Record)[] values = [..
            from record in records where !OfBatch.Contains(Name(record)) select (Seconds(record), record)];
        return FaultInOrder(values) ?? FaultInCount(pack[0], values, isSummary) ?? FaultInRows(values, isSummary);
    }

    private static string? FaultInOrder((long Seconds, JsonElement Record)[] values) =>
        values.Zip(values.Skip(1)).Where(pair => pair.Second.Seconds < pair.First.Seconds)
            .Select(pair => $"time goes back to {pair.Second.Seconds}").FirstOrDefault();

    private static string? FaultInCount(JsonElement identity, (long Seconds, JsonElement Record)[] values, bool isSummary)
    {
        long promised = long.Parse(identity.GetProperty("vs").GetString()!.Split('.')[3]);
        long found = isSummary
            ? values.Where(value => Name(value.Record) == "samples").Sum(value => value.Record.GetProperty("v").GetInt64())
            : values.Select(value => value.Seconds).Distinct().Count();
        return promised == found ? null : $"{promised} samples promised, {found} found";
    }

    private static string? FaultInRows((long Seconds, JsonElement Record)[] values, bool isSummary)
    {
        foreach (var row in values.GroupBy(value => value.Seconds))
        {
            string[] names = [.. row.Select(value => Name(value.Record))];
            if (names.Distinct().Count() != names.Length)
            {
                return $"a name twice at time {row.Key}";
            }

            foreach ((_, JsonElement record) in row.Where(value => Name(value.Record).EndsWith(".q")))
            {
                string channel = Name(record)[..^2];
                bool isDoubt = record.GetProperty("v").GetInt64() >= FirstDoubt;
                if (isDoubt != (names.Contains(channel) || names.Contains(channel + ".min")))
                {
                    return $"{channel}.q {(isDoubt ? "without" : "beside")} its value at time {row.Key}";
                }
            }

            if (isSummary != names.Contains("samples") || (!isSummary && names.Any(name => name.EndsWith(".mean"))))
            {
                return $"a row at time {row.Key} that is half a summary";
            }
        }

        return null;
    }

    private static string Name(JsonElement record) => record.GetProperty("n").GetString()!;

    private static long Seconds(JsonElement record) => record.TryGetProperty("t", out JsonElement t) ? t.GetInt64() : 0;
}
