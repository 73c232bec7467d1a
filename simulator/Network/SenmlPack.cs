using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace UlmEdge.Simulator.Network;

/// <summary>A batch from the broker: SenML JSON (RFC 8428), led by a record that says which samples it holds.</summary>
/// <remarks>Written against the published contract alone, so that it checks what the firmware writes.</remarks>
public static class SenmlPack
{
    /// <summary>Reads a pack that arrived under <c>{root}/{node}/</c>.</summary>
    /// <exception cref="FormatException">It does not keep the contract; the message says where.</exception>
    public static IReadOnlyList<ReceivedSample> Parse(string root, string node, ReadOnlySequence<byte> payload)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(payload);
            return Read(root, node, document.RootElement);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new FormatException($"no SenML pack: {error.Message}", error);
        }
    }

    private static List<ReceivedSample> Read(string root, string node, JsonElement pack)
    {
        if (pack.GetArrayLength() < 2)
        {
            throw new FormatException("a pack holds an identity record and at least one record of a sample");
        }

        JsonElement identity = pack[0];
        string baseName = identity.GetProperty("bn").GetString()!;
        if (baseName != $"{root}/{node}/" || identity.GetProperty("n").GetString() != "batch")
        {
            throw new FormatException($"the first record must be the batch of {root}/{node}/, not of '{baseName}'");
        }

        int[] numbers = Numbers(identity.GetProperty("vs").GetString()!);
        List<ReceivedSample> samples = Samples(node, pack, numbers);
        int count = samples.Sum(sample => sample.Count);
        return count == numbers[3]
            ? samples
            : throw new FormatException($"the batch says {numbers[3]} samples and has {count} different times");
    }

    private static List<ReceivedSample> Samples(string node, JsonElement pack, int[] numbers)
    {
        bool isDated = pack[0].TryGetProperty("bt", out JsonElement baseTime);
        decimal zero = isDated ? baseTime.GetDecimal() : OfBatch(pack, "uptime")
            ?? throw new FormatException("a batch without a base time must have an uptime");
        bool isSummary = OfBatch(pack, "thinned") is not null;
        List<ReceivedSample> samples = [];
        int number = numbers[2];
        foreach ((decimal time, List<ReceivedValue> values) in ByTime(pack, zero))
        {
            ReceivedSample sample = new(node, numbers[0], number, time, values)
            {
                Boot = numbers[1],
                IsRelative = !isDated,
                IsSummary = isSummary,
                Count = isSummary ? (int)values.Single(value => value.Name == "samples").Value : 1,
            };
            samples.Add(sample);
            number += sample.Count;
        }

        return samples;
    }

    // What is said of the whole batch stands in records of its own, right behind the identity.
    private static decimal? OfBatch(JsonElement pack, string name) => pack.EnumerateArray()
        .Where(record => record.GetProperty("n").GetString() == name)
        .Select(record => (decimal?)record.GetProperty("v").GetDecimal())
        .FirstOrDefault();

    private static int[] Numbers(string identity)
    {
        string[] parts = identity.Split('.');
        int[] numbers = new int[4];
        for (int i = 0; i < numbers.Length; i++)
        {
            if (parts.Length != numbers.Length
                || !int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]))
            {
                throw new FormatException($"'{identity}' is not epoch.boot.firstSample.count");
            }
        }

        return numbers;
    }

    private static List<(decimal Time, List<ReceivedValue> Values)> ByTime(JsonElement pack, decimal baseTime)
    {
        List<(decimal Time, List<ReceivedValue> Values)> rows = [];
        foreach (JsonElement record in pack.EnumerateArray().Skip(1))
        {
            if (record.GetProperty("n").GetString() is "uptime" or "thinned")
            {
                continue;
            }

            decimal time = baseTime + (record.TryGetProperty("t", out JsonElement offset) ? offset.GetDecimal() : 0);
            if (rows.Count == 0 || time > rows[^1].Time)
            {
                rows.Add((time, []));
            }
            else if (time < rows[^1].Time)
            {
                throw new FormatException($"time {time} comes after {rows[^1].Time}");
            }

            rows[^1].Values.Add(Value(record));
        }

        return rows;
    }

    private static ReceivedValue Value(JsonElement record) => new(
        record.GetProperty("n").GetString()!,
        record.TryGetProperty("u", out JsonElement unit) ? unit.GetString() : null,
        record.GetProperty("v").GetDecimal());
}
