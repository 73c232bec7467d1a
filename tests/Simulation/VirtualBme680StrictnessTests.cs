using UlmEdge.Simulator.Chips;

namespace UlmEdge.Tests.Simulation;

/// <summary>Every mistake that the virtual BME680 knows is planted and must be found; sound use is not blamed.</summary>
public class VirtualBme680StrictnessTests
{
    // A plate of 320 °C with the typical part, heated for 148 ms.
    private static readonly byte[] Heat = [0x5A, 118, 0x64, 0x65, 0x70, 0x00, 0x71, 0x10];

    private readonly CommandBench _bench = new(new VirtualBme680(new GasPart(), _ => CommandBench.Air, _ => CommandBench.Street));

    [Fact]
    public void A_measurement_takes_its_time_and_no_more()
    {
        _bench.Write(Heat);
        _bench.Write(0x72, 0x01, 0x74, 0x25);
        Assert.Equal([0x20], Registers(0x1D, 1));
        _bench.WaitMs((4 * 0.477) + (3 * 1.963));
        Assert.Equal([0x60], Registers(0x1D, 1));
        _bench.WaitMs(5 * 0.477 + 148);
        Assert.Equal([0x80], Registers(0x1D, 1));
        Assert.Equal([0x24], Registers(0x74, 1)); // Asleep again.
        Assert.Equal(0x30, Registers(0x2B, 1)[0] & 0x30); // The gas is valid, the plate was hot.
        _bench.AssertNone();
    }

    [Fact]
    public void Without_gas_it_takes_no_time_for_that()
    {
        _bench.Write(0x72, 0x01, 0x74, 0x25);
        _bench.WaitMs((4 * 0.477) + (3 * 1.963));
        Assert.Equal([0x80], Registers(0x1D, 1));
        Assert.Equal(0, Registers(0x2B, 1)[0] & 0x30);
        _bench.AssertNone();
    }

    [Fact]
    public void A_plate_that_is_heated_for_too_short_a_time_is_not_hot()
    {
        _bench.Write(0x5A, 118, 0x64, 5, 0x71, 0x10, 0x74, 0x25);
        _bench.WaitMs(20);
        Assert.Equal(0x20, Registers(0x2B, 1)[0] & 0x30);
        _bench.AssertNone();
    }

    [Fact]
    public void Early_data_are_found()
    {
        _bench.Write(0x74, 0x25);
        Registers(0x1D, 15);
        _bench.AssertOne("data read before the measurement has ended");
    }

    [Fact]
    public void A_write_while_it_measures_is_found()
    {
        _bench.Write(0x74, 0x25);
        _bench.Write(0x5A, 100);
        _bench.AssertOne("a write to register 0x5A while it measures");
    }

    [Theory]
    [InlineData(0x10, "a write to unknown register 0x10")]
    [InlineData(0x1F, "a write to read-only register 0x1F")]
    [InlineData(0x8A, "a write to read-only register 0x8A")]
    public void A_write_to_where_nothing_can_be_written_is_found(byte register, string sentence)
    {
        _bench.Write(register, 1);
        _bench.AssertOne(sentence);
    }

    [Fact]
    public void A_read_of_an_unknown_register_is_found()
    {
        Registers(0x2C, 1);
        _bench.AssertOne("a read of unknown register 0x2C");
    }

    [Fact]
    public void A_read_of_no_register_is_found()
    {
        _bench.ReadBytes(1);
        _bench.AssertOne("a read before any register was named");
    }

    [Fact]
    public void Half_a_pair_is_found()
    {
        _bench.Write(0x72, 0x01, 0x74);
        _bench.AssertOne("a write of several bytes ends without a value");
    }

    [Fact]
    public void A_wrong_reset_is_found()
    {
        _bench.Write(0xE0, 0xB7);
        _bench.AssertOne("a reset with 0xB7 instead of 0xB6");
    }

    [Fact]
    public void A_read_while_it_starts_is_found()
    {
        _bench.Write(0xE0, 0xB6);
        _bench.WaitMs(1.9);
        Registers(0xD0, 1);
        _bench.AssertOne("a read while it starts after a reset");
    }

    [Fact]
    public void A_mode_of_another_chip_is_found()
    {
        _bench.Write(0x74, 0x27);
        _bench.AssertOne("a mode that is neither sleep nor forced");
    }

    [Theory]
    [InlineData(0x08, 0x65, 118, 0x10, "gas measured without heating")]
    [InlineData(0x00, 0x00, 118, 0x10, "gas measured without heating")]
    [InlineData(0x00, 0x65, 118, 0x1A, "a set point that does not exist")]
    [InlineData(0x00, 0x65, 160, 0x10, "a plate of more than 400 °C")]
    public void A_heater_that_is_told_nonsense_is_found(byte gas0, byte time, byte target, byte gas1, string sentence)
    {
        _bench.Write(0x5A, target, 0x64, time, 0x70, gas0, 0x71, gas1, 0x74, 0x25);
        _bench.AssertOne(sentence);
    }

    private byte[] Registers(byte first, int count)
    {
        _bench.Write(first);
        return _bench.ReadBytes(count)!;
    }
}
