using UlmEdge.Simulator.Weather;
using Xunit;

namespace UlmEdge.Tests.Simulation;

/// <summary>Sleep, forced and normal mode, skipped channels and the filter; nothing here is a violation.</summary>
public sealed class Bmx280ModeTests
{
    private readonly ChipBench _bench = ChipBench.Bme280();

    [Theory]
    [InlineData(0b01)]
    [InlineData(0b10)]
    public void Forced_mode_measures_once_and_falls_back_to_sleep(byte mode)
    {
        _bench.Write(ChipBench.CtrlHum, 1);
        _bench.Write(ChipBench.CtrlMeas, (byte)(0b001_001_00 | mode));

        _bench.Wait(9.2);
        Assert.Equal(0b1000, _bench.Read(ChipBench.Status));
        Assert.Equal(mode, _bench.Read(ChipBench.CtrlMeas) & 0b11);
        _bench.Wait(0.1); // 1.25 + 2.3 + 2.875 + 2.875 = 9.3 ms: BME280 9.1
        Assert.Equal(0, _bench.Read(ChipBench.Status));
        Assert.Equal(0, _bench.Read(ChipBench.CtrlMeas) & 0b11);
        Assert.NotEqual(ChipBench.PowerOn16, _bench.Data().Humidity);
        AssertNoViolation();
    }

    [Fact]
    public void Humidity_oversampling_counts_only_after_a_write_to_ctrl_meas()
    {
        _bench.Write(ChipBench.CtrlMeas, ChipBench.ForcedOnce);
        _bench.Write(ChipBench.CtrlHum, 1);
        _bench.Wait(20);
        Assert.Equal(ChipBench.PowerOn16, _bench.Data().Humidity);

        _bench.Write(ChipBench.CtrlMeas, ChipBench.ForcedOnce);
        _bench.Wait(20);
        Assert.NotEqual(ChipBench.PowerOn16, _bench.Data().Humidity);
    }

    [Fact]
    public void Skipped_channels_read_as_empty()
    {
        _bench.Measure();
        _bench.Write(ChipBench.CtrlHum, 0, ChipBench.CtrlMeas, 0b001_000_01);
        _bench.Wait(3.55); // 1.25 + 2.3 ms
        var data = _bench.Data();

        Assert.NotEqual(ChipBench.PowerOn20, data.Temperature);
        Assert.Equal((ChipBench.PowerOn20, ChipBench.PowerOn16), (data.Pressure, data.Humidity));
    }

    [Fact]
    public void A_conversion_sees_the_air_of_its_start_and_keeps_it()
    {
        _bench.AirAt = uptimeUs => ChipBench.MildAir with { TemperatureCelsius = uptimeUs / 1e6 };
        _bench.UptimeUs = 20_000_000;
        var first = _bench.Measure();
        _bench.Wait(5000);

        Assert.Equal(first, _bench.Data());
        Assert.Equal(20, new FloatCompensation(_bench).Celsius(first.Temperature), 0.005);
    }

    [Fact]
    public void Normal_mode_goes_on_by_itself_with_standby_in_between()
    {
        _bench.AirAt = uptimeUs => ChipBench.MildAir with { TemperatureCelsius = uptimeUs / 1e6 };
        _bench.Write(ChipBench.Config, 0b001_000_00); // 62.5 ms
        _bench.UptimeUs = 1_000_000;
        _bench.Write(ChipBench.CtrlMeas, 0b001_000_11);
        _bench.Wait(3.55);
        Assert.Equal(0, _bench.Read(ChipBench.Status));
        Assert.Equal(1.0, Celsius(), 0.005);

        _bench.Wait(62.5);
        Assert.Equal(0b1000, _bench.Read(ChipBench.Status));
        _bench.Wait(100 * 66.05 - 62.5);
        Assert.Equal(1 + 100 * 0.06605, Celsius(), 0.005);
        Assert.Equal(0b11, _bench.Read(ChipBench.CtrlMeas) & 0b11);
        AssertNoViolation();
    }

    [Fact]
    public void A_mode_change_during_a_conversion_waits_for_its_end()
    {
        _bench.Write(ChipBench.CtrlMeas, ChipBench.NormalOnce);
        _bench.Wait(3);
        _bench.Write(ChipBench.CtrlMeas, 0b001_001_00);
        Assert.Equal(0b11, _bench.Read(ChipBench.CtrlMeas) & 0b11);

        _bench.Wait(4);
        Assert.Equal(0, _bench.Read(ChipBench.CtrlMeas) & 0b11);
        AssertNoViolation();
    }

    [Fact]
    public void The_filter_approaches_a_step_by_its_coefficient()
    {
        _bench.Write(ChipBench.Config, 0b000_010_00); // coefficient 4
        var before = Forced().Pressure;
        _bench.AirAt = _ => ChipBench.MildAir with { PressurePascal = 98000 };
        var once = Forced().Pressure;
        var twice = Forced().Pressure;

        var step = (once - before) * 4;
        Assert.InRange(Math.Abs(step), 5000, 15000);
        Assert.Equal(before + step * (1 - 0.75 * 0.75), twice, 2.0);
        AssertNoViolation();
    }

    [Fact]
    public void A_write_to_config_starts_the_filter_anew()
    {
        _bench.Write(ChipBench.Config, 0b000_010_00);
        Forced();
        _bench.AirAt = _ => ChipBench.MildAir with { PressurePascal = 98000 };
        _bench.Write(ChipBench.Config, 0b000_010_00);

        Assert.Equal(Forced().Pressure, Forced().Pressure, 1.0);
    }

    [Fact]
    public void A_filtered_normal_mode_left_alone_for_days_has_settled()
    {
        _bench.Write(ChipBench.Config, 0b000_111_00);
        _bench.Write(ChipBench.CtrlMeas, ChipBench.NormalOnce);
        _bench.Wait(7);
        _bench.AirAt = _ => ChipBench.MildAir with { PressurePascal = 98000 };
        _bench.Wait(3 * 86_400_000.0);

        var data = _bench.Data();
        var decode = new FloatCompensation(_bench);
        Assert.Equal(98000, decode.Pascal(data.Pressure, decode.Fine(data.Temperature)), 0.5);
    }

    private (int Temperature, int Pressure, int Humidity) Forced()
    {
        _bench.Write(ChipBench.CtrlMeas, ChipBench.ForcedOnce);
        _bench.Wait(10);
        return _bench.Data();
    }

    private double Celsius() => new FloatCompensation(_bench).Celsius(_bench.Data().Temperature);

    private void AssertNoViolation() => Assert.Empty(_bench.Chip.Violations);
}
