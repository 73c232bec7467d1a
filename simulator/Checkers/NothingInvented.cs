using UlmEdge.Core;
using UlmEdge.Core.Readings;
using UlmEdge.Decoder;
using UlmEdge.Ports;
using UlmEdge.Simulator.Worlds;

namespace UlmEdge.Simulator.Checkers;

/// <summary>What arrives was taken: the same sample, digit by digit, durable before it was sent, or the summary of such samples.</summary>
public static class NothingInvented
{
    private const int HourSeconds = 3600;

    private const long FirstDoubt = 1L << Qualities.FirstBit;

    /// <summary>A pack has arrived.</summary>
    /// <returns>The record of its epoch, or null if the pack cannot be one of the node's.</returns>
    public static EpochRecord? Check(NodeWitness witness, Node? node, DataMessage pack)
    {
        EpochRecord? record = witness.Of(pack.Epoch);
        if (record is null)
        {
            witness.Break(Promise.NothingInvented, $"epoch {pack.Epoch} is none of the node's");
            return null;
        }

        if (!record.IsInMemory && node is not null && pack.FirstSample + pack.SampleCount > node.Journal.NextSample)
        {
            witness.Break(Promise.NothingInvented, $"samples from {pack.Epoch}.{pack.FirstSample} on were sent before they were durable");
        }

        foreach (DataRow row in pack.Rows)
        {
            string? fault = pack.WindowSeconds > 0
                ? FaultInSummary(record, row, pack.WindowSeconds >= HourSeconds)
                : FaultInSample(witness, record, pack, row);
            if (fault is not null)
            {
                witness.Break(Promise.NothingInvented, $"{pack.Epoch}.{row.FirstSample}: {fault}");
                return null;
            }
        }

        return record;
    }

    private static string? FaultInSample(NodeWitness witness, EpochRecord record, DataMessage pack, DataRow row)
    {
        if (record.At(row.FirstSample) is not { } sample)
        {
            return "no such sample was taken";
        }

        if (sample.Boot.Number != pack.Boot)
        {
            return $"it says boot {pack.Boot}, and was taken in boot {sample.Boot.Number}";
        }

        for (int i = 0; i < sample.Readings.Length; i++)
        {
            Reading reading = sample.Readings[i];
            int channel = sample.Channels[i];
            string name = reading.Absence == Absence.None ? Channel.NameOf(channel) : Channel.NameOf(channel) + ".q";
            decimal value = reading.Absence == Absence.None ? Scaled(channel, reading.Value) : 1L << ((int)reading.Absence - 1);
            if (!row.Records.Any(found => found.Name == name && found.Value == value))
            {
                return $"{name} {value} was taken, and is not there";
            }
        }

        DataRecord[] doubts = [.. row.Records.Where(IsDoubt)];
        if (!sample.HasArrived)
        {
            Array.ForEach(doubts, doubt => witness.Doubted(doubt.Name, (long)doubt.Value));
        }

        return row.Records.Count == sample.Readings.Length + doubts.Length ? null : "there is more than was taken";
    }

    private static bool IsDoubt(DataRecord record) =>
        record.Value >= FirstDoubt && record.Name.EndsWith(".q", StringComparison.Ordinal);

    private static string? FaultInSummary(EpochRecord record, DataRow row, bool hours)
    {
        List<TakenSample> samples = [];
        for (int number = row.FirstSample; number < row.FirstSample + row.SampleCount; number++)
        {
            if (record.At(number) is not { } sample)
            {
                return $"a summary of sample {number}, which was not taken";
            }

            samples.Add(sample);
        }

        foreach (int channel in samples.SelectMany(sample => sample.Channels).Distinct())
        {
            (int count, long sum, int least, int most) = (0, 0, int.MaxValue, int.MinValue);
            foreach (TakenSample sample in samples)
            {
                if (sample.Of(channel) is { Absence: Absence.None, Value: int value })
                {
                    (count, sum, least, most) = (count + 1, sum + value, Math.Min(least, value), Math.Max(most, value));
                }
            }

            if (FaultInStatistics(row, hours, channel, count, count > 0 ? (decimal)sum / count : 0, least, most) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    private static string? FaultInStatistics(
        DataRow row, bool hours, int channel, int count, decimal mean, int least, int most)
    {
        decimal? found = Value(row, Channel.NameOf(channel) + ".mean");
        if (count == 0)
        {
            return found is null ? null : $"{Channel.NameOf(channel)} has a mean, and was never there";
        }

        if (Value(row, Channel.NameOf(channel) + ".min") != Scaled(channel, least)
            || Value(row, Channel.NameOf(channel) + ".max") != Scaled(channel, most))
        {
            return $"{Channel.NameOf(channel)} lay between {Scaled(channel, least)} and {Scaled(channel, most)}, and the summary "
                + "says something else";
        }

        // A mean of rounded means is off by a unit at most. That of ten-minute means is weighted by their samples, also those
        // that have no value: if there are any, no more is known than that it lies between.
        decimal unit = Scaled(channel, 1);
        bool isRough = hours && count < row.SampleCount;
        return found is { } value && (isRough
                ? value >= Scaled(channel, least) && value <= Scaled(channel, most)
                : Math.Abs(value - (mean * unit)) <= unit)
            ? null
            : $"{Channel.NameOf(channel)} was {mean * unit} in the mean, and the summary says {found}";
    }

    private static decimal Scaled(int channel, int value) => Quantities.DecimalsOf(Channel.QuantityOf(channel)) switch
    {
        3 => value / 1000m,
        2 => value / 100m,
        1 => value / 10m,
        _ => value,
    };

    private static decimal? Value(DataRow row, string name)
    {
        foreach (DataRecord value in row.Records)
        {
            if (value.Name == name)
            {
                return value.Value;
            }
        }

        return null;
    }
}
