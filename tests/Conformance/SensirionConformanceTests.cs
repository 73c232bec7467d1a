using UlmEdge.Devices.Scd4x;
using UlmEdge.Ports;
using UlmEdge.Simulator.Chips;

namespace UlmEdge.Tests.Conformance;

/// <summary>What only single chips of Sensirion's protocol can do, right or wrong.</summary>
public class SensirionConformanceTests
{
    [Fact]
    public void Scd4x_is_right_at_any_pressure_once_it_was_told()
    {
        SensorBench bench = Bench("scd4x");
        ((Scd4xSensor)bench.Sensor).Compensate(Quantity.Pressure, 95_712);
        bench.Measure(); // Starts it with that pressure.
        AssertPpm(447, bench.Measure());

        bench.Air = bench.Air with { PressurePascal = 92_030 };
        ((Scd4xSensor)bench.Sensor).Compensate(Quantity.Pressure, 92_030);
        bench.Measure(); // Is told after this one.
        AssertPpm(447, bench.Measure());
        Assert.Empty(bench.Violations);
    }

    [Theory]
    [InlineData(Quantity.Pressure, 0)]
    [InlineData(Quantity.Pressure, 69_900)]
    [InlineData(Quantity.Pressure, 120_100)]
    [InlineData(Quantity.Pressure, int.MinValue)]
    [InlineData(Quantity.Temperature, 95_712)]
    public void Scd4x_is_not_told_what_is_no_pressure_of_air(Quantity quantity, int value)
    {
        SensorBench bench = Bench("scd4x");
        ((Scd4xSensor)bench.Sensor).Compensate(quantity, value);
        bench.Measure();
        bench.AssertTrue(bench.Measure()); // With 1013 hPa, as one that was told nothing.
        Assert.Empty(bench.Violations);
    }

    [Fact]
    public void Sps30_rests_between_measurements_and_after_damaged_ones()
    {
        SensorBench bench = Bench("sps30");
        var chip = (VirtualSps30)bench.Chip;
        bench.Measure();
        Assert.InRange(chip.RunSeconds, 30, 42);
        int transfers = bench.TransfersOfOneMeasurement().Length;
        Assert.InRange(chip.RunSeconds, 60, 84);

        // The last transfer but one reads the last values; the stop follows.
        SensorBench.AssertAll(Absence.BadTransfer, bench.MeasureWith(flip: (transfers - 2, 4, 3)));
        Assert.InRange(chip.RunSeconds, 90, 126);
        bench.AssertTrue(bench.Measure());
    }

    [Theory]
    [InlineData("sps30")]
    [InlineData("sen55")]
    public void Whoever_vanishes_after_its_reset_is_not_another_chip(string name)
    {
        SensorBench bench = Bench(name);
        SensorBench.AssertAll(Absence.NotPresent, bench.Measure(bench.Chip.Unplug));
        Assert.Empty(bench.Violations);
    }

    [Fact]
    public void Sen55_warms_up_each_quantity_in_its_own_time()
    {
        SensorBench bench = Bench("sen55");
        IReadOnlyList<Reading> readings = bench.Measure();
        Quantity[] there = [.. bench.Sensor.Quantities.Where((_, i) => readings[i].Absence == Absence.None)];
        Assert.Equal([Quantity.RelativeHumidity, Quantity.Temperature, Quantity.VocIndex], there);
        Assert.All(readings, reading => Assert.True(reading.Absence is Absence.None or Absence.WarmingUp));
        bench.AssertTrue(bench.Measure());
    }

    [Fact]
    public void Dnms_notices_a_microphone_that_falls_silent_and_one_that_is_mended()
    {
        SensorBench bench = Bench("dnms");
        SensorBench.AssertAll(Absence.WarmingUp, bench.Measure());
        bench.AssertTrue(bench.Measure());
        ((VirtualDnms)bench.Chip).IsDeaf = true;
        for (int i = 0; i < 4; i++)
        {
            SensorBench.AssertAll(Absence.Frozen, bench.Measure());
        }

        ((VirtualDnms)bench.Chip).IsDeaf = false;
        SensorBench.AssertAll(Absence.WarmingUp, bench.Measure());
        bench.AssertTrue(bench.Measure());
    }

    // It is told whole hectopascals: half of one is 0.05 per cent.
    private static void AssertPpm(int expected, IReadOnlyList<Reading> readings)
    {
        Assert.All(readings, reading => Assert.Equal(Absence.None, reading.Absence));
        Assert.InRange(readings[0].Value, expected - 1, expected + 1);
    }

    private static SensorBench Bench(string name) => new(ChipCase.Sensirion().Single(chip => chip.Name == name));
}
