using System.Device.I2c;
using UlmEdge.Simulator.Chips;
using Xunit;

namespace UlmEdge.Tests.Simulation;

public sealed class I2cBusTests
{
    private readonly ChipBench _bench = ChipBench.Bme280();

    [Fact]
    public void A_whole_transfer_counts_all_its_bytes()
    {
        var buffer = new byte[2];
        var status = _bench.Bus.Transfer(0, ChipBench.Address, [0xD0], buffer.AsSpan(0, 1), out var transferred);

        Assert.Equal((I2cTransferStatus.FullTransfer, 2), (status, transferred));
        Assert.Equal(0x60, buffer[0]);
    }

    [Fact]
    public void Nobody_at_the_address_leaves_the_buffer_as_it_was()
    {
        byte[] buffer = [0xD0];
        var status = _bench.Bus.Transfer(0, 0x77, [], buffer, out var transferred);

        Assert.Equal((I2cTransferStatus.SlaveAddressNotAcknowledged, 0), (status, transferred));
        Assert.Equal(0xD0, buffer[0]);
    }

    [Fact]
    public void An_address_alone_probes_for_a_chip()
    {
        Assert.Equal(I2cTransferStatus.FullTransfer, _bench.Write());
        _bench.Bus.Detach(ChipBench.Address);
        Assert.Equal(I2cTransferStatus.SlaveAddressNotAcknowledged, _bench.Write());
    }

    [Theory]
    [InlineData(BusCondition.ClockLow, I2cTransferStatus.ClockStretchTimeout, 0x5A)]
    [InlineData(BusCondition.DataLow, I2cTransferStatus.FullTransfer, 0x00)]
    [InlineData(BusCondition.DataHigh, I2cTransferStatus.FullTransfer, 0xFF)]
    public void A_line_that_hangs_shows_in_status_and_bytes_and_loses_writes(
        BusCondition condition, I2cTransferStatus expected, byte expectedByte)
    {
        byte[] buffer = [0x5A];
        _bench.Bus.Condition = condition;
        Assert.Equal(expected, _bench.Bus.Transfer(0, 0x23, [], buffer, out _));
        Assert.Equal(expectedByte, buffer[0]);

        _bench.Write(ChipBench.CtrlMeas, 0b001_001_00);
        _bench.Bus.Condition = BusCondition.Working;
        Assert.Equal(0, _bench.Read(ChipBench.CtrlMeas));
    }

    [Fact]
    public void Missing_acknowledges_end_after_so_many_transfers()
    {
        _bench.Bus.NakNext(2);

        Assert.Equal(I2cTransferStatus.SlaveAddressNotAcknowledged, _bench.Write(0xD0));
        Assert.Equal(I2cTransferStatus.SlaveAddressNotAcknowledged, _bench.Write(0xD0));
        Assert.Equal(I2cTransferStatus.FullTransfer, _bench.Write(0xD0));
    }

    [Fact]
    public void A_bit_flips_once_in_the_next_long_enough_read()
    {
        _bench.Bus.FlipBitOnce(byteIndex: 1, bit: 7);

        Assert.Equal(0x60, _bench.Read(0xD0));
        Assert.Equal([0x70, 0x6B ^ 0x80], _bench.Read(0x88, 2));
        Assert.Equal([0x70, 0x6B], _bench.Read(0x88, 2));
    }

    [Fact]
    public void A_bit_flips_once_at_a_chosen_register_wherever_it_is_in_the_read()
    {
        _bench.Bus.FlipBitOnce(ChipBench.Address, register: 0x89, bit: 0);

        Assert.Equal(0x60, _bench.Read(0xD0));
        Assert.Equal([0x70, 0x6A], _bench.Read(0x88, 2));
        Assert.Equal(0x6B, _bench.Read(0x89));
    }

    [Fact]
    public void A_chip_can_be_swapped_for_another()
    {
        _bench.Bus.Attach(ChipBench.Address, new VirtualBmp280(FactoryCalibration.Typical, _ => ChipBench.MildAir));

        Assert.Equal(0x58, _bench.Read(0xD0));
    }

    [Fact]
    public void Time_that_goes_backwards_is_refused()
    {
        _bench.Write(0xD0);
        _bench.UptimeUs--;

        Assert.Throws<ArgumentOutOfRangeException>(() => _bench.Write(0xD0));
    }
}
