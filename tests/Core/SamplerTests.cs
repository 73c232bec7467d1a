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
            var plan = new SamplingPlan(seconds, 0, 0);
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
        var names = Enumerable.Range(0, sampler.Channels.Count).Select(i => Channel.NameOf(sampler.Channels.At(i)));
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
    public void A_sensor_with_a_lead_is_begun_before_its_sample_and_delays_no_other_one()
    {
        var slow = new FakeSensor { LeadMs = 40_000, BeginMs = 40_000, Quantities = [Quantity.Pm25] };
        var quick = new FakeSensor();
        var sampler = new Sampler([quick, slow], 10, [0, 60], [0, 0]);
        List<(long Second, long DoneMs, bool HasSlow)> samples = [];
        for (long now = 0; now < 200_000; now = Math.Max(now + 1, sampler.WakeMs))
        {
            if (sampler.Tick(now))
            {
                samples.Add((sampler.Sample.UptimeSeconds, now, sampler.Sample.Due[3]));
            }
        }

        Assert.Equal(Enumerable.Range(0, 20).Select(i => 10L * i), samples.Select(sample => sample.Second));
        Assert.Equal([40L, 120L, 180L], samples.Where(sample => sample.HasSlow).Select(sample => sample.Second));
        Assert.All(samples, sample => Assert.InRange(sample.DoneMs - (1000 * sample.Second), 0, 200));
        Assert.Equal([0L, 80_000L, 140_000L], slow.Begun);
    }

    [Fact]
    public void A_sensor_whose_sample_is_asked_for_while_its_fan_runs_keeps_its_lead()
    {
        var slow = new FakeSensor { LeadMs = 40_000, BeginMs = 40_000, Quantities = [Quantity.Pm25] };
        var sampler = new Sampler([slow], 300);
        List<Reading> readings = [];
        for (long now = 0; now < 320_000; now = Math.Max(now + 1, sampler.WakeMs))
        {
            if (sampler.Tick(now))
            {
                readings.Add(sampler.Sample.Readings[0]);
            }

            if (slow.Begun.Count == 2 && now == slow.Begun[1])
            {
                sampler.SampleSoon(now); // Forty seconds too early.
                slow.Postponements = 1;
            }
        }

        Assert.Equal([0L, 260_000L], slow.Begun);
        Assert.Equal([Reading.Of(2137), Reading.Of(2137)], readings);
    }

    [Fact]
    public void Sensors_of_one_sample_are_begun_one_after_the_other()
    {
        FakeSensor[] sensors = [new(), new(), new()];
        var sampler = new Sampler(sensors, 60, [0, 0, 0], [0, 0, 20]);
        for (long now = 0; now < 60_000; now = Math.Max(now + 1, sampler.WakeMs))
        {
            sampler.Tick(now);
        }

        Assert.Equal([0L, 100L, 20_000L], sensors.Select(sensor => sensor.Begun[0]));
    }

    [Fact]
    public void Another_interval_leaves_sensors_with_one_of_their_own_alone_and_keeps_phases()
    {
        FakeSensor[] sensors = [new(), new(), new()];
        var sampler = new Sampler(sensors, 60, [0, 300, 0], [0, 7, 20]);
        bool hasChanged = false;
        for (long now = 0; now < 400_000; now = Math.Max(now + 1, sampler.WakeMs))
        {
            if (!hasChanged && now >= 100_000)
            {
                hasChanged = true;
                sampler.FollowClosely(30, now);
            }

            sampler.Tick(now);
        }

        Assert.Equal([7_000L, 307_000L], sensors[1].Begun);
        long offset = sensors[2].Begun[^1] - sensors[0].Begun[^1];
        Assert.Equal(20_000L, ((offset % 30_000) + 30_000) % 30_000);
    }

    [Fact]
    public void A_sensor_hears_what_the_others_have_measured()
    {
        var hearing = new HearingSensor();
        var sampler = new Sampler([new FakeSensor(), hearing], 60);
        for (long now = 0; now < 1_000; now = Math.Max(now + 1, sampler.WakeMs))
        {
            sampler.Tick(now);
        }

        Assert.Equal([(Quantity.Temperature, 2137), (Quantity.RelativeHumidity, 5620), (Quantity.Pressure, 95_712)], hearing.Heard);
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
