using CsCheck;
using UlmEdge.Simulator.Chips;
using UlmEdge.Simulator.Weather;
using Xunit;

namespace UlmEdge.Tests.Simulation;

/// <summary>Physical truth goes in, registers come out, and an independent decoding finds the truth again.</summary>
public sealed class Bmx280TruthTests
{
    // One step of sixteen bits, the resolution of a single sample (BME280 3.4.2, 3.4.3, table 3).
    private const double CelsiusStep = 0.0055;
    private const double PascalStep = 4.2;
    private const double PercentStep = 0.016;

    private static readonly Gen<AirState> Air =
        from celsius in Gen.Double[-40, 85]
        from percent in Gen.Double[0, 100]
        from pascal in Gen.Double[30000, 110000]
        select new AirState(celsius, percent, pascal);

    [Fact]
    public void A_single_sample_is_true_within_half_a_step_for_any_part_and_any_air()
    {
        Gen.Select(Gen.ULong, Air).Sample((seed, air) =>
        {
            var bench = ChipBench.Bme280(FactoryCalibration.Draw(seed));
            bench.AirAt = _ => air;
            var data = bench.Measure();

            var decode = new FloatCompensation(bench);
            var fine = decode.Fine(data.Temperature);
            Assert.Equal(air.TemperatureCelsius, decode.Celsius(data.Temperature), CelsiusStep / 2 + 0.0015);
            Assert.Equal(air.PressurePascal, decode.Pascal(data.Pressure, fine), PascalStep / 2 + 0.1);
            Assert.Equal(air.HumidityPercent, decode.Percent(data.Humidity, fine), PercentStep / 2 + 0.002);
            Assert.Empty(bench.Chip.Violations);
        });
    }

    [Fact]
    public void Sixteen_samples_resolve_sixteen_times_finer()
    {
        Gen.Select(Gen.ULong, Air).Sample((seed, air) =>
        {
            var bench = ChipBench.Bmp280(FactoryCalibration.Draw(seed));
            bench.AirAt = _ => air;
            bench.Write(ChipBench.CtrlMeas, 0b101_101_01);
            bench.Wait(76);
            var data = bench.Data();

            var decode = new FloatCompensation(bench);
            Assert.Equal(air.TemperatureCelsius, decode.Celsius(data.Temperature), 0.002);
            Assert.Equal(air.PressurePascal, decode.Pascal(data.Pressure, decode.Fine(data.Temperature)), 0.5);
        });
    }

    [Fact]
    public void Codes_have_no_more_bits_than_the_oversampling_gives()
    {
        for (var code = 1; code <= 5; code++)
        {
            var bench = ChipBench.Bmp280();
            bench.AirAt = uptimeUs => new AirState(20 + uptimeUs * 1e-6, 50, 96000 + uptimeUs * 1e-3);
            bench.Write(ChipBench.CtrlMeas, (byte)((code << 5) | (code << 2) | 0b01));
            bench.Wait(100);
            var data = bench.Data();

            var unusedBits = (1 << (5 - code)) - 1;
            Assert.Equal(0, data.Temperature & unusedBits);
            Assert.Equal(0, data.Pressure & unusedBits);
        }
    }

    [Fact]
    public void Unknown_air_reads_as_skipped_and_without_its_temperature_nothing_is_known()
    {
        var bench = ChipBench.Bme280();
        bench.AirAt = _ => ChipBench.MildAir with { HumidityPercent = double.NaN };
        Assert.Equal(ChipBench.PowerOn16, bench.Measure().Humidity);

        bench.AirAt = _ => ChipBench.MildAir with { PressurePascal = double.NaN };
        Assert.Equal(ChipBench.PowerOn20, bench.Measure().Pressure);

        bench.AirAt = _ => ChipBench.MildAir with { TemperatureCelsius = double.NaN };
        var data = bench.Measure();
        Assert.Equal(
            (ChipBench.PowerOn20, ChipBench.PowerOn20, ChipBench.PowerOn16), (data.Temperature, data.Pressure, data.Humidity));
    }
}
