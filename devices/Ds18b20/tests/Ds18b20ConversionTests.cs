using UlmEdge.Devices.Ds18b20;
using UlmEdge.Ports;

namespace UlmEdge.Tests.Devices;

public class Ds18b20ConversionTests
{
    // Datasheet table 1, all of it.
    [Theory]
    [InlineData(0x07D0, 12500)]
    [InlineData(0x0550, 8500)]
    [InlineData(0x0191, 2506)]
    [InlineData(0x00A2, 1013)]
    [InlineData(0x0008, 50)]
    [InlineData(0x0000, 0)]
    [InlineData(0xFFF8, -50)]
    [InlineData(0xFF5E, -1013)]
    [InlineData(0xFE6F, -2506)]
    [InlineData(0xFC90, -5500)]
    public void The_datasheets_table_is_reproduced(int register, int expected) =>
        Assert.Equal(Reading.Of(expected), Ds18b20Conversion.Temperature(register & 0xFF, register >> 8));

    // The example of Maxim application note 27: ROM 02 1C B8 01 00 00 00 has the checksum A2.
    [Fact]
    public void The_checksum_is_that_of_the_application_note() =>
        Assert.Equal(0xA2, OneWireCrc.Of([0x02, 0x1C, 0xB8, 0x01, 0x00, 0x00, 0x00], 7));

    [Fact]
    public void Of_a_million_damaged_scratchpads_no_more_pass_than_by_chance()
    {
        Random chance = new(4711);
        byte[] bytes = new byte[9];
        int passed = 0;
        for (int i = 0; i < 1_000_000; i++)
        {
            chance.NextBytes(bytes.AsSpan(0, 8));
            bytes[8] = OneWireCrc.Of(bytes, 8);
            bytes[chance.Next(9)] ^= (byte)(1 + chance.Next(255));
            bytes[chance.Next(9)] ^= (byte)(1 + chance.Next(255));
            passed += OneWireCrc.Of(bytes, 9) == 0 ? 1 : 0;
        }

        Assert.InRange(passed, 0, 1_000_000 / 256 * 12 / 10);
    }
}
