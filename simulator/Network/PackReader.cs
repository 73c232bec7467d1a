using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace UlmEdge.Simulator.Network;

/// <summary>A batch from the broker: SenML JSON (RFC 8428), led by a record that says which samples it holds.</summary>
/// <remarks>Written against the published contract alone, so that it checks what the firmware writes.</remarks>
public static class PackReader
{
    private const string Uptime = "uptime";
    private const string Thinned = "thinned";
    private const string Samples = "samples";

    /// <summary>Reads a pack that arrived under <c>{root}/{node}/</c>.</summary>
    /// <exception cref="FormatException">It does not keep the contract; the message says where.</exception>
    public static ReceivedPack Parse(string root, string node, ReadOnlySequence<byte> payload)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(payload);
            return Read($"{root}/{node}/", document.RootElement);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new FormatException($"no SenML pack: {error.Message}", error);
        }
    }

    private static ReceivedPack Read(string expectedName, JsonElement pack)
    {
        if (pack.GetArrayLength() < 2)
        {
            throw new FormatException("a pack holds an identity record and at least one record of a sample");
        }

        JsonElement identity = pack[0];
        string baseName = identity.GetProperty("bn").GetString()!;
        if (baseName != expectedName || identity.GetProperty("n").GetString() != "batch")
        {
            throw new FormatException($"the first record must be the batch of {expectedName}, not of '{baseName}'");
        }

        int[] numbers = Numbers(identity.GetProperty("vs").GetString()!);
        bool isDated = identity.TryGetProperty("bt", out JsonElement baseTime);
        decimal? uptime = Single(pack, Uptime);
        if (isDated == uptime.HasValue)
        {
            throw new FormatException("a pack has either a base time or the uptime of its last sample");
        }

        decimal zero = isDated ? baseTime.GetDecimal() : uptime!.Value;
        int thinnedSeconds = (int)(Single(pack, Thinned) ?? 0);
        ReceivedRow[] rows = [.. Rows(pack, zero, numbers[2], thinnedSeconds > 0)];
        int samples = rows.Sum(row => row.SampleCount);
        return samples == numbers[3]
            ? new ReceivedPack(numbers[0], numbers[1], numbers[2], samples, thinnedSeconds, isDated, rows)
            : throw new FormatException($"the batch says {numbers[3]} samples and has {samples}");
    }

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

    // The value of a record that is about the pack as a whole.
    private static decimal? Single(JsonElement pack, string name)
    {
        for (int i = 1; i < pack.GetArrayLength() && IsAboutPack(pack[i]); i++)
        {
            if (pack[i].GetProperty("n").ValueEquals(name))
            {
                return pack[i].GetProperty("v").GetDecimal();
            }
        }

        return null;
    }

    private static bool IsAboutPack(JsonElement record) =>
        record.GetProperty("n").ValueEquals(Uptime) || record.GetProperty("n").ValueEquals(Thinned);

    private static IEnumerable<ReceivedRow> Rows(JsonElement pack, decimal zero, int firstSample, bool isSummary)
    {
        decimal time = decimal.MinValue;
        int sample = firstSample;
        int samples = 1;
        List<ReceivedValue>? values = null;
        foreach (JsonElement record in pack.EnumerateArray().Skip(1).SkipWhile(IsAboutPack))
        {
            decimal recordTime = zero + (record.TryGetProperty("t", out JsonElement offset) ? offset.GetDecimal() : 0);
            if (recordTime < time)
            {
                throw new FormatException($"time {recordTime} comes after {time}");
            }

            if (recordTime > time && values is not null)
            {
                yield return new ReceivedRow(time, sample, samples, values);
                sample += samples;
                samples = 1;
                values = null;
            }

            time = recordTime;
            values ??= [];
            ReceivedValue value = Value(record);
            if (isSummary && value.Name == Samples)
            {
                samples = (int)value.Value;
            }
            else
            {
                values.Add(value);
            }
        }

        if (values is not null)
        {
            yield return new ReceivedRow(time, sample, samples, values);
        }
    }

    private static ReceivedValue Value(JsonElement record) => new(
        record.GetProperty("n").GetString()!,
        record.TryGetProperty("u", out JsonElement unit) ? unit.GetString() : null,
        record.GetProperty("v").GetDecimal());
}
