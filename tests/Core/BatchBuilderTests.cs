using UlmEdge.Core;
using UlmEdge.Core.Batches;
using UlmEdge.Core.Readings;
using UlmEdge.Ports;

namespace UlmEdge.Tests.Core;

public class BatchBuilderTests
{
    private readonly Sampler _sampler = new([new FakeSensor()], 60);

    [Fact]
    public void The_first_batch_of_a_boot_does_not_wait()
    {
        BatchBuilder builder = NewBuilder(10, 300);
        builder.Append(_sampler.Sample, 0);
        Assert.True(builder.IsDue(0));
    }

    [Fact]
    public void Closes_by_count()
    {
        BatchBuilder builder = NewBuilder(3, 3600, isFirst: false);
        Assert.Equal([false, false, true], Enumerable.Range(0, 3).Select(i => AppendAt(builder, i)));
    }

    [Fact]
    public void Closes_by_age_of_its_first_sample()
    {
        BatchBuilder builder = NewBuilder(10, 300, isFirst: false);
        Assert.Equal(long.MaxValue, builder.WakeMs);
        AppendAt(builder, 7);
        Assert.Equal(307_000, builder.WakeMs);
        Assert.False(builder.IsDue(306_999));
        Assert.True(builder.IsDue(307_000));
    }

    [Fact]
    public void Closes_by_alarm_with_what_it_holds()
    {
        BatchBuilder builder = NewBuilder(10, 300, isFirst: false);
        builder.Hurry();
        Assert.False(builder.IsDue(0));
        Assert.True(AppendAt(builder, 1));
    }

    [Fact]
    public void Closes_before_its_message_would_be_too_long()
    {
        var sampler = new Sampler([.. Enumerable.Range(0, 5).Select(_ => new FakeSensor())], 60);
        var builder = new BatchBuilder(sampler.Channels, Limits.SamplesPerBatchMax, 3600);
        builder.Restart(1, 1, 0);
        int samples = 0;
        do
        {
            builder.Append(sampler.Sample, samples++);
        }
        while (!builder.IsDue(samples));
        Assert.Equal(Limits.CellsPerBatchMax / 15, samples);
    }

    [Fact]
    public void Numbers_go_on_where_the_last_batch_ended()
    {
        BatchBuilder builder = NewBuilder(2, 300, isFirst: false);
        AppendAt(builder, 1);
        AppendAt(builder, 2);
        builder.Restart(1, 1, 2);
        Assert.Equal((2, 0), (builder.Batch.FirstSample, builder.Batch.RowCount));
    }

    [Fact]
    public void Columns_are_in_the_order_of_channels_whatever_the_order_of_sensors()
    {
        var sampler = new Sampler([new FakeSensor { Quantities = [Quantity.Pressure, Quantity.Temperature] }], 60);
        var builder = new BatchBuilder(sampler.Channels, 10, 300);
        sampler.Sample.Readings[0] = Reading.Of(95_712);
        sampler.Sample.Readings[1] = Reading.Missing(Absence.Frozen);
        sampler.Sample.Due[0] = sampler.Sample.Due[1] = true;
        builder.Append(sampler.Sample, 0);
        Assert.Equal([0, 2], builder.Batch.Channels.Take(2));
        Assert.Equal((byte)Absence.Frozen, builder.Batch.Reasons[0]);
        Assert.Equal(95_712, builder.Batch.Values[1]);
    }

    private BatchBuilder NewBuilder(int samplesMax, int ageSecondsMax, bool isFirst = true)
    {
        var builder = new BatchBuilder(_sampler.Channels, samplesMax, ageSecondsMax);
        builder.Restart(1, 1, 0);
        if (isFirst)
        {
            builder.Hurry();
        }

        return builder;
    }

    private bool AppendAt(BatchBuilder builder, int seconds)
    {
        _sampler.Sample.UptimeSeconds = seconds;
        builder.Append(_sampler.Sample, seconds * 1000);
        return builder.IsDue(seconds * 1000);
    }
}
