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

    private static readonly Quantity[] Order = [Quantity.Temperature, Quantity.RelativeHumidity, Quantity.Pressure];

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
                : FaultInSample(record, pack, row);
            if (fault is not null)
            {
                witness.Break(Promise.NothingInvented, $"{pack.Epoch}.{row.FirstSample}: {fault}");
                return null;
            }
        }

        return record;
    }

    /// <summary>The name of a quantity's records.</summary>
    public static string NameOf(int index) => Quantities.NameOf(Order[index]);

    private static string? FaultInSample(EpochRecord record, DataMessage pack, DataRow row)
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
            string name = reading.Absence == Absence.None ? NameOf(i) : NameOf(i) + ".q";
            decimal value = reading.Absence == Absence.None ? Scaled(i, reading.Value) : 1L << ((int)reading.Absence - 1);
            if (!row.Records.Any(found => found.Name == name && found.Value == value))
            {
                return $"{name} {value} was taken, and is not there";
            }
        }

        return row.Records.Count == sample.Readings.Length ? null : "there is more than was taken";
    }

    private static string? FaultInSummary(EpochRecord record, DataRow row, bool hours)
    {
        for (int i = 0; i < Order.Length; i++)
        {
            (int count, long sum, int least, int most) = (0, 0, int.MaxValue, int.MinValue);
            for (int number = row.FirstSample; number < row.FirstSample + row.SampleCount; number++)
            {
                if (record.At(number) is not { } sample)
                {
                    return $"a summary of sample {number}, which was not taken";
                }

                if (sample.Readings[i].Absence == Absence.None)
                {
                    int value = sample.Readings[i].Value;
                    (count, sum, least, most) = (count + 1, sum + value, Math.Min(least, value), Math.Max(most, value));
                }
            }

            if (FaultInStatistics(row, hours, i, count, count > 0 ? (decimal)sum / count : 0, least, most) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    private static string? FaultInStatistics(
        DataRow row, bool hours, int quantity, int count, decimal mean, int least, int most)
    {
        decimal? found = Value(row, NameOf(quantity) + ".mean");
        if (count == 0)
        {
            return found is null ? null : $"{NameOf(quantity)} has a mean, and was never there";
        }

        if (Value(row, NameOf(quantity) + ".min") != Scaled(quantity, least)
            || Value(row, NameOf(quantity) + ".max") != Scaled(quantity, most))
        {
            return $"{NameOf(quantity)} lay between {Scaled(quantity, least)} and {Scaled(quantity, most)}, and the summary "
                + "says something else";
        }

        // A mean of rounded means is off by a unit at most. That of ten-minute means is weighted by their samples, also those
        // that have no value: if there are any, no more is known than that it lies between.
        decimal unit = Scaled(quantity, 1);
        bool isRough = hours && count < row.SampleCount;
        return found is { } value && (isRough
                ? value >= Scaled(quantity, least) && value <= Scaled(quantity, most)
                : Math.Abs(value - (mean * unit)) <= unit)
            ? null
            : $"{NameOf(quantity)} was {mean * unit} in the mean, and the summary says {found}";
    }

    private static decimal Scaled(int quantity, int value) => Quantities.DecimalsOf(Order[quantity]) switch
    {
        2 => value / 100m,
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
