using UlmEdge.Simulator.Chips;
using Xunit;

namespace UlmEdge.Tests.Simulation;

/// <summary>Registers as the datasheets describe them; nothing here is a violation.</summary>
public sealed class Bmx280RegisterTests
{
    private readonly ChipBench _bench = ChipBench.Bme280();

    [Fact]
    public void Id_tells_the_two_chips_apart()
    {
        Assert.Equal(0x60, _bench.Read(0xD0));
        Assert.Equal(0x58, ChipBench.Bmp280().Read(0xD0));
    }

    [Fact]
    public void Calibration_lies_where_the_datasheet_says()
    {
        var part = FactoryCalibration.Typical with { H4 = 0x123, H5 = 0x456, H6 = -2 };
        var bench = ChipBench.Bme280(part);

        Assert.Equal([0x70, 0x6B], bench.Read(0x88, 2)); // dig_T1 = 27504 = 0x6B70
        Assert.Equal([0x70, 0x17], bench.Read(0x9E, 2)); // dig_P9 = 6000 = 0x1770
        Assert.Equal(75, bench.Read(0xA1));
        Assert.Equal([0x68, 0x01, 0x00, 0x12, 0x63, 0x45, 0xFE], bench.Read(0xE1, 7));
    }

    [Fact]
    public void Powers_on_asleep_with_empty_data()
    {
        Assert.Equal(0, _bench.Read(ChipBench.CtrlMeas));
        Assert.Equal((ChipBench.PowerOn20, ChipBench.PowerOn20, ChipBench.PowerOn16), _bench.Data());
        AssertNoViolation();
    }

    [Fact]
    public void Reset_restores_the_power_on_state_and_updates_the_image_for_two_milliseconds()
    {
        _bench.Measure();
        _bench.Write(ChipBench.Config, 0b101_000_00);
        _bench.Write(0xE0, 0xB6);

        Assert.Equal(0b0001, _bench.Read(ChipBench.Status));
        Assert.Equal([0, 0b0001, 0, 0], _bench.Read(ChipBench.CtrlHum, 4));
        Assert.Equal((ChipBench.PowerOn20, ChipBench.PowerOn20, ChipBench.PowerOn16), _bench.Data());
        _bench.Wait(2);
        Assert.Equal(0, _bench.Read(ChipBench.Status));
        Assert.Equal(0, _bench.Read(0xE0));
        AssertNoViolation();
    }

    [Fact]
    public void Writes_right_after_a_reset_are_kept_and_the_conversion_waits_for_the_start_up()
    {
        _bench.Write(0xE0, 0xB6);
        _bench.Write(ChipBench.CtrlMeas, 0b001_001_10);

        _bench.Wait(2 + 6.4);
        Assert.Equal(0b001_001_10, _bench.Read(ChipBench.CtrlMeas));
        _bench.Wait(0.1);
        Assert.Equal(0b001_001_00, _bench.Read(ChipBench.CtrlMeas));
    }

    [Fact]
    public void A_read_without_a_name_goes_on_where_the_last_one_ended()
    {
        _bench.Read(0x88, 2);
        var next = new byte[2];
        _bench.Bus.Transfer(_bench.UptimeUs, ChipBench.Address, [], next, out _);

        Assert.Equal(_bench.Read(0x8A, 2), next);
    }

    [Fact]
    public void A_write_takes_pairs_of_register_and_value()
    {
        _bench.Write(ChipBench.CtrlHum, 0b011, ChipBench.CtrlMeas, 0b010_011_00);

        Assert.Equal(0b011, _bench.Read(ChipBench.CtrlHum));
        Assert.Equal(0b010_011_00, _bench.Read(ChipBench.CtrlMeas));
    }

    private void AssertNoViolation() => Assert.Empty(_bench.Chip.Violations);
}
