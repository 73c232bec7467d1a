using UlmEdge.Ports;
using UlmEdge.Simulator.Chips;
using UlmEdge.Simulator.Weather;

namespace UlmEdge.Tests.Conformance;

/// <summary>What only a BME680 can do, right or wrong.</summary>
public class Bme680ConformanceTests
{
    [Fact]
    public void The_first_gas_reading_is_flagged_and_the_next_is_good()
    {
        SensorBench bench = Bench();
        Assert.Equal([Quality.Good, Quality.Good, Quality.Good, Quality.WarmUp], bench.Measure().Select(reading => reading.Quality));
        bench.AssertTrue(bench.Measure());
        Assert.Empty(bench.Violations);
    }

    [Fact]
    public void A_bme680_is_no_bme280()
    {
        ChipCase bme280 = ChipCase.Bmxx80().First();
        SensorBench bench = new(bme280 with { NewOtherChip = ChipCase.Bme680().First().NewChip });
        bench.Swap(back: false);
        SensorBench.AssertAll(Absence.WrongChip, bench.Measure());
        bench.Swap(back: true);
        bench.AssertTrue(bench.Measure());
    }

    [Fact]
    public void A_bme688_is_refused()
    {
        SensorBench bench = new(ChipCase.Bme680().First() with
        {
            NewOtherChip = other => new VirtualBme680(GasPart.Draw(1), other.AirAt, other.StreetAt) { Variant = 1 },
        });
        bench.Swap(back: false);
        SensorBench.AssertAll(Absence.WrongChip, bench.Measure());
        bench.Swap(back: true);
        bench.Measure();
        bench.AssertTrue(bench.Measure());
    }

    [Fact]
    public void A_bme280_at_the_first_address_does_not_hide_it()
    {
        SensorBench bench = new(ChipCase.Bme680().First() with { Place = 0x77 });
        bench.Bus.Attach(0x76, new VirtualBme280(FactoryCalibration.Draw(1), bench.AirAt));
        bench.Measure();
        bench.AssertTrue(bench.Measure());
    }

    [Fact]
    public void A_quantity_the_chip_does_not_convert_has_no_value()
    {
        SensorBench bench = Bench();
        bench.Street = new StreetState();
        Assert.Equal(
            [Absence.None, Absence.None, Absence.None, Absence.Implausible], bench.Measure().Select(reading => reading.Absence));
        bench.Air = new AirState(21.37, double.NaN, 95_712);
        Assert.Equal(
            [Absence.None, Absence.Implausible, Absence.None, Absence.Implausible], bench.Measure().Select(reading => reading.Absence));
        bench.Air = new AirState(double.NaN, 56.2, 95_712);
        SensorBench.AssertAll(Absence.Implausible, bench.Measure());
    }

    private static SensorBench Bench() => new(ChipCase.Bme680().First());
}
