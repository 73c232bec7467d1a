using UlmEdge.Ports;
using UlmEdge.Simulator.Chips;
using UlmEdge.Simulator.Weather;

namespace UlmEdge.Tests.Conformance;

/// <summary>What only chips of the Bmx280 family can do wrong.</summary>
public class Bmx280ConformanceTests
{
    public static TheoryData<ChipCase> Chips => [.. ChipCase.Bmxx80()];

    [Theory]
    [MemberData(nameof(Chips))]
    public void Notices_data_that_stand_still_at_once(ChipCase chip)
    {
        var bench = new SensorBench(chip);
        bench.AssertTrue(bench.Measure());
        ((VirtualBmx280)bench.Chip).Latch(bench.UptimeUs);
        bench.Air = new AirState(-5, 80, 98_000);
        SensorBench.AssertAll(Absence.Frozen, bench.Measure());
        bench.Chip.Recover(bench.UptimeUs);
        bench.AssertTrue(bench.Measure());
    }

    [Theory]
    [MemberData(nameof(Chips))]
    public void Says_restarted_when_it_restarts_in_the_middle(ChipCase chip)
    {
        var bench = new SensorBench(chip);
        bench.AssertTrue(bench.Measure());
        SensorBench.AssertAll(Absence.Restarted, bench.Measure(() => bench.Chip.ResetByItself(bench.UptimeUs)));
        bench.AssertTrue(bench.Measure());
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
}
