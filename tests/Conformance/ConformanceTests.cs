using CsCheck;
using UlmEdge.Ports;
using UlmEdge.Simulator.Chips;
using UlmEdge.Simulator.Weather;

namespace UlmEdge.Tests.Conformance;

/// <summary>What every binding must do with every fault its virtual chip can have: a reason, never a number.</summary>
public class ConformanceTests
{
    public static TheoryData<ChipCase> Chips => [.. ChipCase.All];

    [Theory]
    [MemberData(nameof(Chips))]
    public void Reads_the_truth_over_the_whole_range_with_any_calibration(ChipCase chip)
    {
        Gen.Select(Gen.Double[-39.9, 84.9], Gen.Double[1, 99], Gen.Double[30_100, 109_900], Gen.Int[1, 1_000_000]).Sample(
            (celsius, percent, pascal, seed) =>
            {
                var bench = new SensorBench(chip, seed) { Air = new AirState(celsius, percent, pascal) };
                bench.AssertTrue(bench.Measure());
                AssertDecent(bench);
            }, iter: 300, threads: 1);
    }

    [Theory]
    [MemberData(nameof(Chips))]
    public void Says_so_when_absent_and_comes_back_by_itself(ChipCase chip)
    {
        var bench = new SensorBench(chip);
        bench.AssertTrue(bench.Measure());
        bench.Chip.Unplug();
        SensorBench.AssertAll(Absence.NotPresent, bench.Measure());
        SensorBench.AssertAll(Absence.NotPresent, bench.Measure());
        bench.Chip.Plug(bench.UptimeUs);
        bench.AssertTrue(bench.Measure());
        AssertDecent(bench);
    }

    [Theory]
    [MemberData(nameof(Chips))]
    public void Notices_an_unplugged_chip_in_the_middle_of_a_measurement(ChipCase chip)
    {
        var bench = new SensorBench(chip);
        SensorBench.AssertAll(Absence.NotPresent, bench.Measure(bench.Chip.Unplug));
        bench.Chip.Plug(bench.UptimeUs);
        bench.AssertTrue(bench.Measure());
    }

    [Theory]
    [MemberData(nameof(Chips))]
    public void Notices_a_chip_that_restarted_and_sets_it_up_again(ChipCase chip)
    {
        var bench = new SensorBench(chip);
        bench.AssertTrue(bench.Measure());
        bench.Chip.ResetByItself(bench.UptimeUs);
        SensorBench.AssertAll(Absence.Restarted, bench.Measure());
        bench.AssertTrue(bench.Measure());
        SensorBench.AssertAll(Absence.Restarted, bench.Measure(() => bench.Chip.ResetByItself(bench.UptimeUs)));
        bench.AssertTrue(bench.Measure());
        AssertDecent(bench);
    }

    [Theory]
    [MemberData(nameof(Chips))]
    public void Notices_a_conversion_that_never_ends(ChipCase chip)
    {
        var bench = new SensorBench(chip);
        bench.AssertTrue(bench.Measure());
        bench.Chip.Freeze(bench.UptimeUs);
        SensorBench.AssertAll(Absence.Frozen, bench.Measure());
        SensorBench.AssertAll(Absence.Frozen, bench.Measure());
        bench.Chip.Recover(bench.UptimeUs);
        bench.AssertTrue(bench.Measure());
    }

    [Theory]
    [MemberData(nameof(Chips))]
    public void Notices_data_that_stand_still_at_once(ChipCase chip)
    {
        var bench = new SensorBench(chip);
        bench.AssertTrue(bench.Measure());
        bench.Chip.Latch(bench.UptimeUs);
        bench.Air = new AirState(-5, 80, 98_000);
        SensorBench.AssertAll(Absence.Frozen, bench.Measure());
        bench.Chip.Recover(bench.UptimeUs);
        bench.AssertTrue(bench.Measure());
    }

    [Theory]
    [MemberData(nameof(Chips))]
    public void Believes_air_that_stands_still(ChipCase chip)
    {
        var bench = new SensorBench(chip);
        for (int i = 0; i < 20; i++)
        {
            bench.AssertTrue(bench.Measure());
        }

        AssertDecent(bench);
    }

    [Theory]
    [MemberData(nameof(Chips))]
    public void Refuses_another_chip_and_takes_the_right_one_back(ChipCase chip)
    {
        var bench = new SensorBench(chip);
        bench.AssertTrue(bench.Measure());
        bench.Swap(back: false);
        SensorBench.AssertAll(Absence.WrongChip, bench.Measure());
        SensorBench.AssertAll(Absence.WrongChip, bench.Measure());
        bench.Swap(back: true);
        bench.AssertTrue(bench.Measure());
    }

    [Theory]
    [MemberData(nameof(Chips))]
    public void Says_so_when_a_bus_line_hangs(ChipCase chip)
    {
        foreach (BusCondition condition in Enum.GetValues<BusCondition>().Where(condition => condition != BusCondition.Working))
        {
            var bench = new SensorBench(chip);
            bench.Bus.Condition = condition;
            SensorBench.AssertAll(Absence.BusStuck, bench.Measure());
            bench.Bus.Condition = BusCondition.Working;
            bench.AssertTrue(bench.Measure());
            SensorBench.AssertAll(Absence.BusStuck, bench.Measure(() => bench.Bus.Condition = condition));
            bench.Bus.Condition = BusCondition.Working;
            bench.AssertTrue(bench.Measure());
        }
    }

    [Theory]
    [MemberData(nameof(Chips))]
    public void No_flipped_bit_of_any_transfer_makes_a_number(ChipCase chip)
    {
        int[] first = new SensorBench(chip).TransfersOfOneMeasurement();
        var warm = new SensorBench(chip);
        warm.Measure();
        warm.Air = new AirState(3.2, 91, 96_100);
        int[] later = warm.TransfersOfOneMeasurement();
        ForEveryBit(first, flip => AssertHarmless(new SensorBench(chip), flip));
        ForEveryBit(later, flip =>
        {
            var bench = new SensorBench(chip);
            bench.Measure();
            bench.Air = new AirState(3.2, 91, 96_100);
            AssertHarmless(bench, flip);
        });
    }

    [Theory]
    [MemberData(nameof(Chips))]
    public void No_missing_acknowledge_of_any_transfer_makes_a_number(ChipCase chip)
    {
        int count = new SensorBench(chip).TransfersOfOneMeasurement().Length;
        for (int i = 0; i < count; i++)
        {
            var bench = new SensorBench(chip);
            bench.AssertNothingInvented(bench.MeasureWith(nakAt: i));
            AssertRecovers(bench);
        }
    }

    [Theory]
    [MemberData(nameof(Chips))]
    public void A_chip_that_vanishes_at_any_transfer_makes_no_number(ChipCase chip)
    {
        int count = new SensorBench(chip).TransfersOfOneMeasurement().Length;
        for (int i = 0; i < count; i++)
        {
            var bench = new SensorBench(chip);
            SensorBench.AssertNone(bench.MeasureWith(goneFrom: i));
            AssertRecovers(bench);
        }
    }

    [Theory]
    [MemberData(nameof(Chips))]
    public void A_quantity_the_chip_does_not_convert_has_no_value(ChipCase chip)
    {
        var bench = new SensorBench(chip) { Air = new AirState(21.37, 56.2, double.NaN) };
        IReadOnlyList<Reading> readings = bench.Measure();
        Assert.Equal(Absence.Implausible, readings[^1].Absence);
        Assert.All(readings.SkipLast(1), reading => Assert.Equal(Absence.None, reading.Absence));
        bench.Air = new AirState(double.NaN, 56.2, 95_712);
        SensorBench.AssertAll(Absence.Implausible, bench.Measure());
    }

    [Fact]
    public void Believes_the_one_temperature_whose_code_is_that_of_an_empty_register()
    {
        // The bench has calibration 1; t_fine / 5120 are degrees (datasheet 4.2.3).
        double celsius = IntegerCompensation.FineTemperature(FactoryCalibration.Draw(1), 0x80000) / 5120.0;
        var bench = new SensorBench(ChipCase.All[0]) { Air = new AirState(celsius, 56.2, 95_712) };
        bench.AssertTrue(bench.Measure());
    }

    private static void ForEveryBit(int[] readLengths, Action<(int Transfer, int Byte, int Bit)> check)
    {
        for (int transfer = 0; transfer < readLengths.Length; transfer++)
        {
            for (int bit = 0; bit < 8 * readLengths[transfer]; bit++)
            {
                check((transfer, bit / 8, bit % 8));
            }
        }
    }

    // One measurement may be lost to it, and one more to the repair; then all is well.
    private static void AssertHarmless(SensorBench bench, (int Transfer, int Byte, int Bit) flip)
    {
        bench.AssertNothingInvented(bench.MeasureWith(flip));
        AssertRecovers(bench);
    }

    private static void AssertRecovers(SensorBench bench)
    {
        bench.ChangeAir();
        bench.AssertNothingInvented(bench.Measure());
        bench.ChangeAir();
        bench.AssertTrue(bench.Measure());
        bench.ChangeAir();
        bench.AssertTrue(bench.Measure());
    }

    private static void AssertDecent(SensorBench bench)
    {
        Assert.Empty(bench.Bus.Violations);
        Assert.Equal(0, bench.Sleeps);
    }
}
