using UlmEdge.Simulator.Chips;
using Xunit;

namespace UlmEdge.Tests.Simulation;

/// <summary>Every mistake that the virtual chips know is planted and must be found; sound use is not blamed.</summary>
public sealed class Bmx280StrictnessTests
{
    private readonly ChipBench _bench = ChipBench.Bme280();

    [Theory]
    [InlineData(0x00)]
    [InlineData(0x87)]
    [InlineData(0xA2)]
    [InlineData(0xE8)]
    [InlineData(0xF6)]
    [InlineData(0xFF)]
    public void Reading_an_unknown_register_is_found_and_reads_zero(byte register)
    {
        Assert.Equal(0, _bench.Read(register));
        AssertOne(register, $"a read of unknown register 0x{register:X2}", "BME280 5.3");
    }

    [Theory]
    [InlineData(0xE1)]
    [InlineData(0xF2)]
    [InlineData(0xFD)]
    public void A_Bmp280_has_no_humidity_registers(byte register)
    {
        var bench = ChipBench.Bmp280();
        bench.Read(register);

        AssertOne(bench, register, $"a read of unknown register 0x{register:X2}", "BMP280 4.2");
    }

    [Fact]
    public void A_burst_that_runs_past_the_last_register_is_found()
    {
        _bench.Read(0xF7, 9);

        AssertOne(0xFF, "a read of unknown register 0xFF", "BME280 5.3");
    }

    [Theory]
    [InlineData(0x88, "read-only")]
    [InlineData(0xD0, "read-only")]
    [InlineData(0xE4, "read-only")]
    [InlineData(0xF3, "read-only")]
    [InlineData(0xFE, "read-only")]
    [InlineData(0x10, "unknown")]
    [InlineData(0xF6, "unknown")]
    public void Writing_where_nothing_can_be_written_is_found_and_changes_nothing(byte register, string kind)
    {
        var before = _bench.Read(0x88, 26);
        _bench.Write(register, 0x55);

        AssertOne(register, $"a write to {kind} register 0x{register:X2}", "BME280 5.3");
        Assert.Equal(before, _bench.Read(0x88, 26));
    }

    [Fact]
    public void A_write_without_a_value_for_its_last_register_is_found()
    {
        _bench.Write(ChipBench.CtrlHum, 1, ChipBench.CtrlMeas);

        AssertOne(ChipBench.CtrlMeas, "a write of several bytes ends without a value", "BME280 6.2.1");
    }

    [Fact]
    public void A_read_before_any_register_was_named_is_found()
    {
        _bench.Bus.Transfer(_bench.UptimeUs, ChipBench.Address, [], new byte[2], out _);

        AssertOne(-1, "a read before any register was named", "BME280 6.2.2");
    }

    [Fact]
    public void Reading_data_before_the_first_conversion_has_ended_is_found()
    {
        _bench.Write(ChipBench.CtrlMeas, ChipBench.ForcedOnce);
        _bench.Wait(5);

        Assert.Equal((ChipBench.PowerOn20, ChipBench.PowerOn20, ChipBench.PowerOn16), _bench.Data());
        AssertOne(0xF7, "data read before the first conversion has ended", "BME280 5.4.7");
    }

    [Fact]
    public void After_a_reset_the_first_conversion_is_the_first_again()
    {
        _bench.Measure();
        _bench.Write(0xE0, 0xB6, ChipBench.CtrlMeas, ChipBench.ForcedOnce);
        _bench.Wait(8);
        _bench.Data();

        AssertOne(0xF7, "data read before the first conversion has ended", "BME280 5.4.7");
    }

    [Fact]
    public void Reading_data_while_a_later_conversion_runs_is_allowed()
    {
        _bench.Measure();
        _bench.Write(ChipBench.CtrlMeas, ChipBench.ForcedOnce);
        _bench.Data();

        Assert.Empty(_bench.Chip.Violations);
    }

    [Fact]
    public void A_reset_with_another_value_is_found_and_does_nothing()
    {
        _bench.Write(ChipBench.CtrlMeas, 0b001_001_00);
        _bench.Write(0xE0, 0xB7);

        AssertOne(0xE0, "a reset with 0xB7 instead of 0xB6", "BME280 5.4.2");
        Assert.Equal(0b001_001_00, _bench.Read(ChipBench.CtrlMeas));
    }

    [Fact]
    public void Writing_config_in_normal_mode_is_found_and_ignored()
    {
        _bench.Write(ChipBench.CtrlMeas, ChipBench.NormalOnce);
        _bench.Write(ChipBench.Config, 0b111_000_00);

        AssertOne(ChipBench.Config, "a write to config in normal mode", "BME280 5.4.6");
        Assert.Equal(0, _bench.Read(ChipBench.Config));
    }

    [Fact]
    public void A_second_write_to_ctrl_meas_during_one_conversion_is_found()
    {
        _bench.Write(ChipBench.CtrlMeas, ChipBench.ForcedOnce);
        _bench.Write(ChipBench.CtrlMeas, 0);
        _bench.Write(ChipBench.CtrlMeas, ChipBench.NormalOnce);

        AssertOne(
            ChipBench.CtrlMeas,
            "a write to ctrl_meas while an earlier one waits for the conversion to end",
            "BME280 3.3.1");
    }

    [Fact]
    public void A_violation_says_when_what_and_where()
    {
        _bench.UptimeUs = 1234567;
        _bench.Read(0x00);

        Assert.Equal(
            "1234567 µs: a read of unknown register 0x00 (BME280 5.3)", _bench.Bus.Violations.Single().ToString());
    }

    [Fact]
    public void A_read_whose_naming_write_was_lost_on_the_wire_is_not_blamed()
    {
        _bench.Data();
        _bench.Bus.NakNext(1);
        _bench.Read(0xD0, 3);

        Assert.Empty(_bench.Chip.Violations);
    }

    private void AssertOne(int register, string sentence, string section) =>
        AssertOne(_bench, register, sentence, section);

    private static void AssertOne(ChipBench bench, int register, string sentence, string section) =>
        Assert.Equal(new ChipViolation(bench.UptimeUs, register, sentence, section), bench.Chip.Violations.Single());
}
