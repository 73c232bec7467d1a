using CsCheck;
using UlmEdge.Core;
using UlmEdge.Core.Batches;
using UlmEdge.Core.Journal;

namespace UlmEdge.Tests.Core.Journals;

/// <summary>Few batches of many: regrouped ones say the same, summaries say minimum, mean and maximum of what they stand for.</summary>
public class CondenserTests
{
    private const byte NoAnswer = 2;

    private static readonly Gen<(int Gap, int Value, byte Reason)[]> AnyRows = Gen.Select(
        Gen.Frequency((9, Gen.Int[1, 90]), (1, Gen.Int[1, 8_000])),
        Gen.Int[-500, 500],
        Gen.Frequency((6, Gen.Const((byte)0)), (1, Gen.Const(NoAnswer)), (1, Gen.Const(Batch.NotDue)))).Array[1, 120];

    [Fact]
    public void Regrouped_samples_are_the_same_in_as_few_batches_as_can_be() => AnyRows.Sample(rows =>
    {
        List<Batch> output = Condense(Split(rows, 6, false), 0);
        Assert.Equal(Rows(Split(rows, 6, false)), Rows(output));
        Assert.Equal((rows.Length + 19) / 20, output.Count);
    });

    [Fact]
    public void A_summary_s_row_is_that_of_its_samples() => Gen.Select(AnyRows, Gen.Bool).Sample((rows, isUptime) =>
    {
        List<Batch> input = Split(rows, 10, isUptime);
        List<Batch> ten = Condense(input, 600);
        AssertSummaries(input, ten, 600);
        AssertSummaries(input, Condense(ten, 3600), 3600);
    });

    [Fact]
    public void A_mean_is_rounded_to_the_nearest_also_below_zero()
    {
        Assert.Equal(2, Mean(1, 2));
        Assert.Equal(-2, Mean(-1, -2));
        Assert.Equal(0, Mean(1, -1, 1));
        Assert.Equal(int.MaxValue, Mean(int.MaxValue, int.MaxValue, int.MaxValue));
    }

    [Fact]
    public void Samples_of_other_boots_channels_or_numbers_never_share_a_batch()
    {
        Batch[] inputs = [OneRow(0, 0), OneRow(1, 60), OneRow(2, 120), OneRow(4, 180), OneRow(5, 240), OneRow(6, 240), OneRow(7, 300)];
        inputs[2].Boot++;
        inputs[4].TimesAreUnix = true;
        inputs[6].Channels[0] = 5;
        List<Batch> output = Condense([.. inputs], 0);
        Assert.Equal([2, 1, 1, 1, 1, 1], output.Select(batch => batch.RowCount));
        Batch wider = OneRow(2, 120);
        (wider.ChannelCount, wider.Channels[1]) = (2, 1);
        Assert.Equal([2, 1], Condense([inputs[0], inputs[1], wider], 0).Select(batch => batch.RowCount));
    }

    [Fact]
    public void A_row_stands_for_no_more_samples_than_can_be_written()
    {
        List<Batch> inputs = [];
        for (int i = 0; i < 3; i++)
        {
            Batch summary = OneRow(i * 30_000, 3_600 + (600 * i));
            summary.WindowSeconds = 600;
            summary.RowSamples[0] = 30_000;
            summary.Values[2] = summary.Values[1] = summary.Values[0];
            inputs.Add(summary);
        }

        List<Batch> output = Condense(inputs, 3600);
        Assert.Equal([60_000, 30_000], output.SelectMany(batch => batch.RowSamples.Take(batch.RowCount)));
    }

    private static int Mean(params int[] values) =>
        Condense(Split([.. values.Select(value => (1, value, (byte)0))], 20, true), 600).Single().Values[1];

    private static Batch OneRow(int sample, long seconds)
    {
        Batch batch = new() { Epoch = 1, Boot = 1, FirstSample = sample, RowCount = 1, ChannelCount = 1 };
        batch.TimesSeconds[0] = seconds;
        return batch;
    }

    private static void AssertSummaries(List<Batch> input, List<Batch> output, int window)
    {
        var samples = Rows(input).ToDictionary(row => row.Sample);
        int next = 0;
        foreach (Batch batch in output)
        {
            Assert.Equal((window, next), (batch.WindowSeconds, batch.FirstSample));
            for (int row = 0; row < batch.RowCount; row++)
            {
                var range = Enumerable.Range(next, batch.RowSamples[row]).Select(sample => samples[sample]).ToArray();
                Assert.Equal(range[0].Seconds, batch.TimesSeconds[row]);
                Assert.Single(range.Select(sample => sample.Seconds / window).Distinct());
                AssertStatistics(batch, row, range);
                next += batch.RowSamples[row];
            }
        }

        Assert.Equal(samples.Count, next);
    }

    private static void AssertStatistics(Batch batch, int row, (int Sample, long Seconds, int Value, byte Reason)[] range)
    {
        int[] values = [.. range.Where(sample => sample.Reason == 0).Select(sample => sample.Value)];
        int cell = batch.CellAt(row, 0);
        if (values.Length == 0)
        {
            byte reason = range.Any(sample => sample.Reason == NoAnswer) ? NoAnswer : Batch.NotDue;
            Assert.Equal([reason, reason, reason], batch.Reasons[cell..(cell + 3)]);
            return;
        }

        Assert.Equal([0, 0, 0], batch.Reasons[cell..(cell + 3)]);
        Assert.Equal((values.Min(), values.Max()), (batch.Values[cell], batch.Values[cell + 2]));
        Assert.InRange(batch.Values[cell + 1], values.Min(), values.Max());
        if (batch.WindowSeconds == 600)
        {
            Assert.InRange(batch.Values[cell + 1], values.Average() - 0.5, values.Average() + 0.5);
        }
    }

    private static List<Batch> Split((int Gap, int Value, byte Reason)[] rows, int size, bool isUptime)
    {
        List<Batch> batches = [];
        long seconds = isUptime ? 17 : JournalBench.Midnight - 400;
        for (int i = 0; i < rows.Length; i++)
        {
            if (i % size == 0)
            {
                batches.Add(new Batch { Epoch = 1, Boot = 2, FirstSample = i, TimesAreUnix = !isUptime, ChannelCount = 1 });
            }

            Batch batch = batches[^1];
            seconds += rows[i].Gap;
            batch.TimesSeconds[batch.RowCount] = seconds;
            batch.Values[batch.RowCount] = rows[i].Value;
            batch.Reasons[batch.RowCount++] = rows[i].Reason;
        }

        return batches;
    }

    private static List<Batch> Condense(List<Batch> inputs, int window)
    {
        Condenser condenser = new();
        condenser.Restart(window);
        List<Batch> output = [];
        foreach (Batch input in inputs)
        {
            for (bool isNew = true; !condenser.TryTake(input, isNew); isNew = false)
            {
                output.Add(JournalBench.Copy(condenser.Output));
                condenser.Clear();
            }
        }

        if (condenser.HasRows)
        {
            output.Add(JournalBench.Copy(condenser.Output));
        }

        return output;
    }

    private static List<(int Sample, long Seconds, int Value, byte Reason)> Rows(List<Batch> batches) => [..
        from batch in batches
        from row in Enumerable.Range(0, batch.RowCount)
        let reason = batch.Reasons[row]
        select (batch.FirstSample + row, batch.TimesSeconds[row], reason == 0 ? batch.Values[row] : 0, reason)];
}
