using CsCheck;
using UlmEdge.Core.Readings;
using UlmEdge.Ports;

namespace UlmEdge.Tests.Core;

public class SamplerTests
{
    [Fact]
    public void Due_times_are_multiples_of_the_interval_however_late_the_loop_comes()
    {
        Gen.Select(Gen.Int[1, 3_600], Gen.Int[1, 10_000].Array[1, 200]).Sample((seconds, steps) =>
        {
            var plan = new SamplingPlan(seconds);
            long now = 0;
            foreach (int step in steps)
            {
                long dueMs = plan.DueMs;
                bool isTaken = plan.TakeDue(now);
                Assert.Equal(now >= dueMs, isTaken);
                Assert.Equal(0, plan.DueMs % (seconds * 1000L));
                Assert.True(plan.DueMs > now && plan.DueMs <= now + (seconds * 1000L));
                now += step;
            }
        });
    }

    [Fact]
    public void A_second_sensor_of_the_same_quantity_is_the_second_instance()
    {
        var sampler = new Sampler([new FakeSensor(), new FakeSensor { Quantities = [Quantity.Temperature] }], 60);
        var names = Enumerable.Range(0, sampler.ChannelCount).Select(i => Channel.NameOf(sampler.ChannelAt(i)));
        Assert.Equal(["temp", "rh", "press", "temp2"], names);
    }

    [Fact]
    public void A_sensor_that_needs_more_time_gets_it_and_the_sample_keeps_the_time_of_its_beginning()
    {
        var sensor = new FakeSensor { Postponements = 3 };
        var sampler = new Sampler([sensor], 60);
        Assert.False(sampler.Tick(1_900));
        long now = sampler.WakeMs;
        while (!sampler.Tick(now))
        {
            now = sampler.WakeMs;
        }

        Assert.Equal(1_900 + 20 + (3 * 50), now);
        Assert.Equal(1, sampler.Sample.UptimeSeconds);
        Assert.Equal(2137, sampler.Sample.Readings[0].Value);
    }

    [Fact]
    public void Samples_differ_by_a_second_also_when_the_loop_is_late()
    {
        var sampler = new Sampler([new FakeSensor { BeginMs = 0 }], 1);
        long last = -1;
        foreach (long nowMs in new long[] { 0, 1_900, 2_000, 2_999, 3_000, 3_001, 4_000 })
        {
            if (sampler.Tick(nowMs))
            {
                Assert.True(sampler.Sample.UptimeSeconds > last);
                last = sampler.Sample.UptimeSeconds;
            }
        }

        Assert.Equal(4, last);
    }

    [Fact]
    public void Channel_numbers_name_quantity_and_instance()
    {
        Gen.Select(Gen.Int[0, Quantities.NumberMax], Gen.Int[0, Channel.InstancesMax - 1]).Sample((quantity, instance) =>
        {
            int channel = Channel.Of((Quantity)quantity, instance);
            Assert.Equal(((Quantity)quantity, instance), (Channel.QuantityOf(channel), Channel.InstanceOf(channel)));
        });
    }
}
