using CsCheck;
using UlmEdge.Ports;
using UlmEdge.Simulator.Chips;
using UlmEdge.Simulator.Weather;

namespace UlmEdge.Tests.Conformance;

/// <summary>What every binding must do with every fault its virtual chip and its line can have: a reason, never a number.</summary>
public class ConformanceTests
{
    public static TheoryData<ChipCase> Chips => [.. ChipCase.All];

    public static TheoryData<ChipCase> OnI2c => [.. ChipCase.All.Where(chip => chip.Connection == Connection.I2c)];

    public static TheoryData<ChipCase> OnLines => [.. ChipCase.All.Where(chip => chip.Connection == Connection.Serial)];

    public static TheoryData<ChipCase> OfOurs => [.. ChipCase.All.Where(chip => chip.IsOfOurs)];

    public static TheoryData<ChipCase> WithOthers => [.. ChipCase.All.Where(chip => chip.NewOtherChip != null)];

    public static TheoryData<ChipCase> ThatCanBeAbsent => [.. ChipCase.All.Where(chip => chip.Absent != Absence.None)];

    public static TheoryData<ChipCase> ThatCanFreeze => [.. ChipCase.All.Where(chip => chip.Frozen != Absence.None)];

    [Theory]
    [MemberData(nameof(Chips))]
    public void Reads_the_truth_whatever_it_is_and_from_whatever_part(ChipCase chip)
    {
        Gen.Select(Gen.Double[-39.9, 84.9], Gen.Double[1, 99], Gen.Double[30_100, 109_900], Gen.Double[0, 1], Gen.Int[1, 1_000_000]).Sample(
            (celsius, percent, pascal, share, seed) =>
            {
                var bench = new SensorBench(chip, seed) { Air = chip.AirFor(celsius, percent, pascal), Street = StreetAt(share) };
                bench.Measure(); // What counts since the last one has no last one yet.
                bench.AssertTrue(bench.Measure());
                AssertDecent(bench);
            }, iter: 300, threads: 1);
    }

    [Theory]
    [MemberData(nameof(ThatCanBeAbsent))]
    public void Says_so_when_absent_and_comes_back_by_itself(ChipCase chip)
    {
        var bench = Warm(chip);
        bench.Chip.Unplug();
        SensorBench.AssertAll(chip.Absent, bench.Measure());
        SensorBench.AssertAll(chip.Absent, bench.Measure());
        bench.Chip.Plug(bench.UptimeUs);
        AssertRecovers(bench);
        AssertDecent(bench);
    }

    [Theory]
    [MemberData(nameof(ThatCanBeAbsent))]
    public void Notices_an_unplugged_chip_in_the_middle_of_a_measurement(ChipCase chip)
    {
        var bench = Warm(chip);
        SensorBench.AssertAll(chip.Absent, bench.Measure(bench.Chip.Unplug));
        bench.Chip.Plug(bench.UptimeUs);
        AssertRecovers(bench);
    }

    [Theory]
    [MemberData(nameof(Chips))]
    public void Notices_a_chip_that_restarted_and_sets_it_up_again(ChipCase chip)
    {
        var bench = Warm(chip);
        bench.Chip.ResetByItself(bench.UptimeUs);
        IReadOnlyList<Reading> readings = bench.Measure();
        if (chip.Restarted != Absence.None)
        {
            SensorBench.AssertAll(chip.Restarted, readings);
        }

        bench.AssertNothingInvented(readings);
        AssertRecovers(bench);
        bench.AssertNothingInvented(bench.Measure(() => bench.Chip.ResetByItself(bench.UptimeUs)));
        AssertRecovers(bench);
        AssertDecent(bench);
    }

    [Theory]
    [MemberData(nameof(OfOurs))]
    public void Leaves_no_garbage(ChipCase chip)
    {
        var bench = Warm(chip);
        long least = long.MaxValue;
        for (int i = 0; i < 4; i++)
        {
            least = Math.Min(least, bench.AllocatedBytesOfOneMeasurement());
        }

        Assert.Equal(0, least);
    }

    [Theory]
    [MemberData(nameof(ThatCanFreeze))]
    public void Notices_a_measurement_that_never_ends(ChipCase chip)
    {
        var bench = Warm(chip);
        bench.Chip.Freeze(bench.UptimeUs);
        SensorBench.AssertAll(chip.Frozen, bench.Measure());
        SensorBench.AssertAll(chip.Frozen, bench.Measure());
        bench.Chip.Recover(bench.UptimeUs);
        AssertRecovers(bench);
    }

    [Theory]
    [MemberData(nameof(Chips))]
    public void Believes_what_stands_still(ChipCase chip)
    {
        var bench = Warm(chip);
        for (int i = 0; i < 20; i++)
        {
            bench.AssertTrue(bench.Measure());
        }

        AssertDecent(bench);
    }

    [Theory]
    [MemberData(nameof(WithOthers))]
    public void Refuses_another_chip_and_takes_the_right_one_back(ChipCase chip)
    {
        var bench = Warm(chip);
        bench.Swap(back: false);
        SensorBench.AssertNone(bench.Measure()); // It may look like a chip that lost what it was told.
        SensorBench.AssertAll(Absence.WrongChip, bench.Measure());
        SensorBench.AssertAll(Absence.WrongChip, bench.Measure());
        bench.Swap(back: true);
        AssertRecovers(bench);
    }

    [Theory]
    [MemberData(nameof(OnI2c))]
    public void Says_so_when_a_bus_line_hangs(ChipCase chip)
    {
        foreach (BusCondition condition in Enum.GetValues<BusCondition>().Where(condition => condition != BusCondition.Working))
        {
            var bench = new SensorBench(chip);
            bench.Bus.Condition = condition;
            SensorBench.AssertAll(Absence.BusStuck, bench.Measure());
            bench.Bus.Condition = BusCondition.Working;
            AssertRecovers(bench);
            SensorBench.AssertAll(Absence.BusStuck, bench.Measure(() => bench.Bus.Condition = condition));
            bench.Bus.Condition = BusCondition.Working;
            AssertRecovers(bench);
        }
    }

    [Theory]
    [MemberData(nameof(OnLines))]
    public void Makes_no_number_of_a_line_that_is_cut_or_hangs(ChipCase chip)
    {
        foreach (LineCondition condition in Enum.GetValues<LineCondition>().Where(condition => condition != LineCondition.Working))
        {
            var bench = Warm(chip);
            bench.Line.Condition = condition;
            bench.AssertNothingInvented(bench.Measure());
            SensorBench.AssertNone(bench.Measure());
            bench.Line.Condition = LineCondition.Working;
            AssertRecovers(bench);
            bench.AssertNothingInvented(bench.Measure(() => bench.Line.Condition = condition));
            bench.Line.Condition = LineCondition.Working;
            AssertRecovers(bench);
        }
    }

    [Theory]
    [MemberData(nameof(OnLines))]
    public void No_flipped_bit_of_any_byte_makes_a_number(ChipCase chip)
    {
        int bytes = Warm(chip).BytesOfOneMeasurement();
        Assert.NotEqual(0, bytes);
        int step = Math.Max(1, bytes / 64); // Of a long stream each part in turn, and all eight bits of each.
        for (int at = 0; at < bytes; at += step)
        {
            for (int bit = 0; bit < 8; bit++)
            {
                var bench = Warm(chip);
                bench.ChangeAir();
                bench.Line.CountBytes((at, bit));
                bench.AssertNothingInvented(bench.Measure());
                bench.Line.CountBytes();
                AssertRecovers(bench);
            }
        }
    }

    [Theory]
    [MemberData(nameof(OnLines))]
    public void Lost_bytes_anywhere_make_no_number(ChipCase chip)
    {
        for (int lost = 1; lost < 40; lost += 3)
        {
            var bench = Warm(chip);
            bench.ChangeAir();
            bench.Line.Swallow(lost);
            bench.AssertNothingInvented(bench.Measure());
            bench.Line.Swallow(0);
            AssertRecovers(bench);
        }
    }

    [Theory]
    [MemberData(nameof(OnI2c))]
    public void No_flipped_bit_of_any_transfer_makes_a_number(ChipCase chip)
    {
        int[] first = new SensorBench(chip).TransfersOfOneMeasurement();
        int[] later = Warm(chip).TransfersOfOneMeasurement();
        ForEveryBit(first, flip => AssertHarmless(new SensorBench(chip), flip));
        ForEveryBit(later, flip =>
        {
            var bench = Warm(chip);
            bench.ChangeAir();
            AssertHarmless(bench, flip);
        });
    }

    [Theory]
    [MemberData(nameof(OnI2c))]
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
    [MemberData(nameof(OnI2c))]
    public void A_chip_that_vanishes_at_any_transfer_makes_no_number(ChipCase chip)
    {
        int[] readLengths = new SensorBench(chip).TransfersOfOneMeasurement();
        int lastRead = Array.FindLastIndex(readLengths, length => length > 0);
        for (int i = 0; i < readLengths.Length; i++)
        {
            var bench = new SensorBench(chip);
            IReadOnlyList<Reading> readings = bench.MeasureWith(goneFrom: i);
            bench.AssertNothingInvented(readings);
            if (i <= lastRead)
            {
                SensorBench.AssertNone(readings); // Behind that all has been read: what follows only puts the chip to rest.
            }

            AssertRecovers(bench);
        }
    }

    private static StreetState StreetAt(double share) => new()
    {
        Pm1 = 90 * share,
        Pm25 = 140 * share,
        Pm4 = 180 * share,
        Pm10 = 250 * share,
        CarbonDioxidePpm = 400 + (4_600 * share),
        Pollution = 1 + (9 * share),
        SoundDecibels = 36 + (80 * share),
        RainMillimetresPerHour = 100 * share,
        WindMetresPerSecond = 32 * share,
        BatteryVolts = 3.0 + (1.2 * share),
    };

    // A bench whose sensor has found its chip and measured.
    private static SensorBench Warm(ChipCase chip)
    {
        var bench = new SensorBench(chip);
        bench.Measure();
        bench.AssertTrue(bench.Measure());
        return bench;
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
        for (int i = 0; i < bench.MeasurementsToRecover; i++)
        {
            bench.ChangeAir();
            bench.AssertNothingInvented(bench.Measure());
        }

        bench.ChangeAir();
        bench.AssertTrue(bench.Measure());
        bench.ChangeAir();
        bench.AssertTrue(bench.Measure());
    }

    private static void AssertDecent(SensorBench bench)
    {
        Assert.Empty(bench.Violations);
        Assert.Equal(0, bench.Sleeps);
    }
}
