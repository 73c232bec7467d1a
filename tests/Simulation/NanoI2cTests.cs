using System.Device.I2c;
using UlmEdge.Simulator.Nano;

namespace UlmEdge.Tests.Simulation;

/// <summary>The I2C façade: no acknowledge is a status, never an exception, and ReadByte lies about it.</summary>
public sealed class NanoI2cTests
{
    private const int Address = 0x76;

    private readonly FakeBoard _board = new();

    [Fact]
    public void Nobody_there_is_a_status()
    {
        _board.Enter();
        using I2cDevice device = I2cDevice.Create(new I2cConnectionSettings(1, Address));
        I2cTransferResult result = device.WriteByte(0xD0);
        Assert.Equal(I2cTransferStatus.SlaveAddressNotAcknowledged, result.Status);
        Assert.Equal(0u, result.BytesTransferred);
    }

    [Fact]
    public void Read_byte_without_answer_returns_the_byte_written_last()
    {
        _board.Enter();
        using I2cDevice device = I2cDevice.Create(new I2cConnectionSettings(1, Address));
        device.WriteByte(0xD0);
        Assert.Equal(0xD0, device.ReadByte());
    }

    [Fact]
    public void Buffers_stay_as_they_were_without_answer()
    {
        _board.Enter();
        using I2cDevice device = I2cDevice.Create(new I2cConnectionSettings(1, Address));
        byte[] buffer = [1, 2, 3];
        I2cTransferResult result = device.WriteRead(new byte[] { 0xF7 }, buffer);
        Assert.Equal(I2cTransferStatus.SlaveAddressNotAcknowledged, result.Status);
        Assert.Equal([1, 2, 3], buffer);
    }

    [Fact]
    public void A_full_transfer_counts_both_directions()
    {
        _board.Enter();
        var chip = new FakeChip();
        chip.Set(0xF7, "0A0B0C");
        _board.Chips[Address] = chip;
        using I2cDevice device = I2cDevice.Create(new I2cConnectionSettings(1, Address));
        byte[] buffer = new byte[5];
        I2cTransferResult result = device.WriteRead(new byte[] { 0xF7 }, new SpanByte(buffer, 1, 3));
        Assert.Equal(I2cTransferStatus.FullTransfer, result.Status);
        Assert.Equal(4u, result.BytesTransferred);
        Assert.Equal([0, 0x0A, 0x0B, 0x0C, 0], buffer);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void There_are_two_buses(int busId)
    {
        _board.Enter();
        Assert.Throws<ArgumentException>(() => I2cDevice.Create(new I2cConnectionSettings(busId, Address)));
    }

    [Fact]
    public void Two_devices_may_have_one_address_and_the_bus_works_until_the_last_is_disposed()
    {
        _board.Enter();
        _board.Chips[Address] = new FakeChip();
        I2cDevice one = I2cDevice.Create(new I2cConnectionSettings(1, Address));
        I2cDevice other = I2cDevice.Create(new I2cConnectionSettings(1, Address));
        one.Dispose();
        one.Dispose();
        Assert.Equal(I2cTransferStatus.FullTransfer, one.WriteByte(0).Status);
        other.Dispose();
        Assert.Throws<InvalidOperationException>(() => one.WriteByte(0));
    }

    [Fact]
    public void A_device_stays_on_the_board_that_made_it()
    {
        _board.Enter();
        _board.Chips[Address] = new FakeChip();
        using I2cDevice device = I2cDevice.Create(new I2cConnectionSettings(1, Address));
        _ = new FakeBoard();
        Assert.Equal(I2cTransferStatus.FullTransfer, device.WriteByte(0).Status);
    }

    [Fact]
    public void Without_power_the_firmware_unwinds()
    {
        _board.Enter();
        I2cDevice device = I2cDevice.Create(new I2cConnectionSettings(1, Address));
        _board.Cut();
        Assert.Throws<BoardOffException>(() => device.WriteByte(0));
    }

    [Fact]
    public void Span_byte_checks_its_bounds()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SpanByte(new byte[4], 2, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SpanByte(new byte[4]).Slice(5));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SpanByte(new byte[4], 1, 2)[2]);
        Assert.Throws<ArgumentException>(() => new SpanByte(new byte[4]).CopyTo(new SpanByte(new byte[3])));
        Assert.Equal([2, 3], new SpanByte([1, 2, 3, 4]).Slice(1, 2).ToArray());
        Assert.True(((SpanByte)(byte[]?)null).IsEmpty);
    }
}
