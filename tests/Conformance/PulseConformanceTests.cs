using UlmEdge.Ports;
using UlmEdge.Simulator.Chips;

namespace UlmEdge.Tests.Conformance;

/// <summary>What only contacts can do, right or wrong.</summary>
public class PulseConformanceTests
{
    [Theory]
    [InlineData("rain")]
    [InlineData("wind")]
    public void The_first_reading_only_starts_to_count(string name) =>
        SensorBench.AssertAll(Absence.WarmingUp, Bench(name).Measure());

    [Theory]
    [InlineData("rain")]
    [InlineData("wind")]
    public void A_contact_that_bounces_much_makes_no_number_and_the_next_reading_is_true(string name)
    {
        SensorBench bench = Bench(name);
        bench.Street = bench.Street with { RainMillimetresPerHour = 36 }; // Two tips a minute.
        bench.Measure();
        ((VirtualContact)bench.Chip).Bounces = 2_000;
        SensorBench.AssertAll(Absence.OutOfRange, bench.Measure());
        ((VirtualContact)bench.Chip).Bounces = 1;
        bench.AssertTrue(bench.Measure());
    }

    [Fact]
    public void Rain_adds_up_over_readings_that_nobody_took()
    {
        SensorBench bench = Bench("rain");
        bench.Street = bench.Street with { RainMillimetresPerHour = 36 };
        bench.Measure();
        long before = bench.Wiring.Contacts[13].PulsesUntil(bench.UptimeUs);
        long sum = 0;
        for (int i = 0; i < 50; i++)
        {
            if (i % 3 == 1)
            {
                bench.Pass(60_000);
            }

            sum += bench.Measure()[0].Value;
        }

        long tips = bench.Wiring.Contacts[13].PulsesUntil(bench.UptimeUs) - before;
        Assert.InRange(tips, 140, 145); // 67 minutes of 0.6 mm.
        Assert.InRange(sum, tips * 279.4 - 1, tips * 279.4 + 1);
    }

    [Fact]
    public void A_gust_of_three_seconds_in_the_half_minute_before_is_seen_and_the_mean_is_of_all_the_time()
    {
        SensorBench bench = Bench("wind");
        bench.Measure();
        bench.Street = bench.Street with { WindMetresPerSecond = 2 };
        IReadOnlyList<Reading> readings = bench.Measure(() =>
        {
            bench.Pass(6_000);
            bench.Sensor.Collect(bench.UptimeUs / 1000, new Reading[2], 0);
            bench.Street = bench.Street with { WindMetresPerSecond = 20 };
            bench.Pass(3_000);
            bench.Sensor.Collect(bench.UptimeUs / 1000, new Reading[2], 0);
            bench.Street = bench.Street with { WindMetresPerSecond = 2 };
        });
        Assert.InRange(readings[1].Value, 2_000 - 23, 2_000 + 23);
        Assert.InRange(readings[0].Value, 280, 300); // 57 seconds of 2 m/s, and 3 of 20.
    }

    [Fact]
    public void A_gust_before_that_raises_it_to_the_mean_only()
    {
        SensorBench bench = Bench("wind");
        bench.Measure();
        bench.Street = bench.Street with { WindMetresPerSecond = 30 };
        bench.Pass(60_000);
        bench.Wiring.Contacts[26].PulsesUntil(bench.UptimeUs);
        bench.Street = bench.Street with { WindMetresPerSecond = 1 };
        IReadOnlyList<Reading> readings = bench.Measure();
        Assert.InRange(readings[0].Value, 1_545, 1_555);
        Assert.Equal(readings[0], readings[1]);
    }

    [Fact]
    public void A_loop_that_stalls_makes_no_gust_of_long_means()
    {
        SensorBench bench = Bench("wind");
        bench.Measure();
        IReadOnlyList<Reading> readings = bench.Measure(() => bench.Pass(40_000));
        Assert.Equal(Absence.None, readings[0].Absence);
        Assert.InRange(readings[0].Value, 305, 315);
        Assert.Equal(Absence.NoAnswer, readings[1].Absence);
    }

    private static SensorBench Bench(string name) => new(ChipCase.Pins().Single(chip => chip.Name == name));
}
