using CsCheck;
using UlmEdge.Core;
using UlmEdge.Core.Batches;
using UlmEdge.Core.Readings;
using UlmEdge.Ports;

namespace UlmEdge.Tests.Core;

/// <summary>Makes batches: any that the limits allow, and one of recorded weather.</summary>
internal static class Batches
{
    private static readonly Gen<int> AnyChannel = Gen.Select(
        Gen.Int[0, Quantities.NumberMax],
        Gen.Int[0, Channel.InstancesMax - 1],
        Gen.Int[0, 9],
        (quantity, instance, raw) => Channel.Of((Quantity)quantity, raw == 0 ? Channel.InstancesMax + instance : instance));

    private static readonly Gen<byte> AnyReason = Gen.Frequency(
        (8, Gen.Const((byte)0)), (1, Gen.Byte[1, Absences.Max]), (1, Gen.Const(Batch.NotDue)),
        (1, Gen.Byte[Batch.Doubtful + 1, (2 * Batch.Doubtful) - 1]));

    private static readonly Gen<int> AnyValue = Gen.OneOf(
        Gen.Int, Gen.Int[-4_000, 8_500], Gen.Const(int.MinValue), Gen.Const(int.MaxValue));

    /// <summary>Any batch within the limits.</summary>
    public static readonly Gen<Batch> Any =
        from channels in AnyChannel.HashSet[1, Limits.ChannelsMax]
        from samples in Gen.Int[1, Math.Min(Limits.SamplesPerBatchMax, Limits.CellsPerBatchMax / channels.Count)]
        from firstTime in Gen.OneOf(Gen.Long[0, 100_000], Gen.Long[1_600_000_000, 4_000_000_000])
        from steps in Gen.Int[1, 86_400].Array[samples]
        from values in AnyValue.Array[samples * channels.Count]
        from reasons in AnyReason.Array[samples * channels.Count]
        from numbers in Gen.Select(Gen.Int[0, int.MaxValue], Gen.Int[0, int.MaxValue], Gen.Int[0, int.MaxValue], Gen.Bool)
        select Make(numbers, WithOneThatIsNotRaw(channels), firstTime, steps, values, reasons);

    /// <summary>Any summary within the limits.</summary>
    public static readonly Gen<Batch> AnySummary =
        from channels in AnyChannel.HashSet[1, Limits.ChannelsMax]
        from rows in Gen.Int[1, Math.Min(Limits.SamplesPerBatchMax, Limits.CellsPerBatchMax / (3 * channels.Count))]
        from firstTime in Gen.Long[0, 4_000_000_000]
        from steps in Gen.Int[1, 86_400].Array[rows]
        from values in AnyValue.Array[3 * rows * channels.Count]
        from reasons in AnyReason.Array[3 * rows * channels.Count]
        from samples in Gen.OneOf(Gen.Int[1, Limits.SamplesPerRowMax], Gen.Int[9, 11]).Array[rows]
        from windows in Gen.Int[1, 255]
        from numbers in Gen.Select(Gen.Int[1, int.MaxValue], Gen.Int[0, int.MaxValue], Gen.Int[0, 1 << 30], Gen.Bool)
        select Summed(Make(numbers, WithOneThatIsNotRaw(channels), firstTime, steps, values, reasons), 600 * windows, samples);

    /// <summary>A batch of one BME280's channels with these rows of time, temperature, humidity and pressure.</summary>
    public static Batch OfWeather(params (long Seconds, int Temperature, int Humidity, int Pressure)[] rows)
    {
        var batch = new Batch
        {
            Epoch = 1_234_567, Boot = 417, FirstSample = 88_231, TimesAreUnix = true, RowCount = rows.Length, ChannelCount = 3,
        };
        for (int i = 0; i < 3; i++)
        {
            batch.Channels[i] = i;
        }

        for (int row = 0; row < rows.Length; row++)
        {
            batch.TimesSeconds[row] = rows[row].Seconds;
            batch.Values[batch.CellAt(row, 0)] = rows[row].Temperature;
            batch.Values[batch.CellAt(row, 1)] = rows[row].Humidity;
            batch.Values[batch.CellAt(row, 2)] = rows[row].Pressure;
        }

        return batch;
    }

    /// <summary>All that a batch says, as text, to compare and to read.</summary>
    public static string Describe(Batch batch)
    {
        var rows = Enumerable.Range(0, batch.RowCount).Select(row => $"{batch.TimesSeconds[row]}:" + string.Join(',',
            Enumerable.Range(0, batch.ColumnCount).Select(column => batch.Reasons[batch.CellAt(row, column)] is var reason and not 0
                ? $"!{reason}" : $"{batch.Values[batch.CellAt(row, column)]}")));
        string summary = batch.IsSummary ? $"{batch.WindowSeconds} s: {string.Join(',', batch.RowSamples.Take(batch.RowCount))} " : "";
        return $"{batch.Epoch}.{batch.Boot}.{batch.FirstSample} {summary}{(batch.TimesAreUnix ? "unix" : "uptime")} " +
            $"[{string.Join(',', batch.Channels.Take(batch.ChannelCount))}] {string.Join(' ', rows)}";
    }

    private static Batch Summed(Batch batch, int windowSeconds, int[] samples)
    {
        batch.WindowSeconds = windowSeconds;
        samples.CopyTo(batch.RowSamples, 0);
        return batch;
    }

    private static Batch Make(
        (int Epoch, int Boot, int First, bool Unix) numbers, int[] channels, long firstTime, int[] steps, int[] values, byte[] reasons)
    {
        var batch = new Batch
        {
            Epoch = numbers.Epoch, Boot = numbers.Boot, FirstSample = numbers.First, TimesAreUnix = numbers.Unix,
            RowCount = steps.Length, ChannelCount = channels.Length,
        };
        channels.CopyTo(batch.Channels, 0);
        values.CopyTo(batch.Values, 0);
        reasons.CopyTo(batch.Reasons, 0);
        long time = firstTime;
        for (int i = 0; i < steps.Length; i++)
        {
            batch.TimesSeconds[i] = time;
            time += steps[i];
        }

        return batch;
    }

    // A raw value stands beside a corrected one: there is never a raw one alone.
    private static int[] WithOneThatIsNotRaw(IEnumerable<int> channels)
    {
        int[] ordered = [.. channels.Order()];
        ordered[0] -= Channel.IsRaw(ordered[0]) ? Channel.RawOf(0) : 0;
        return ordered;
    }
}
