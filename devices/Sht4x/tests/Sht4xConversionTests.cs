using UlmEdge.Devices.Sensirion;
using UlmEdge.Devices.Sht4x;
using UlmEdge.Ports;

namespace UlmEdge.Tests.Devices;

public class Sht4xConversionTests
{
    [Theory]
    [InlineData(1872, -4000)]
    [InlineData(63_663, 12_500)]
    [InlineData(0x6666, 2500)]
    public void Temperature_is_the_datasheets_line(int word, int expected) =>
        Assert.Equal(Reading.Of(expected), Sht4xConversion.Temperature(word));

    [Theory]
    [InlineData(0)]
    [InlineData(1870)]
    [InlineData(63_666)]
    [InlineData(65535)]
    public void A_temperature_beyond_the_chips_range_is_none(int word) =>
        Assert.Equal(Reading.Missing(Absence.OutOfRange), Sht4xConversion.Temperature(word));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(65535, 10_000)]
    [InlineData(0x8000, 5650)]
    public void Humidity_is_the_datasheets_line_between_0_and_100(int word, int expected) =>
        Assert.Equal(Reading.Of(expected), Sht4xConversion.Humidity(word));

    [Fact]
    public void The_checksum_is_the_datasheets()
    {
        Assert.Equal(0x92, Crc8.Of(0xBE, 0xEF));
        Assert.Equal(0x81, Crc8.Of(0x00, 0x00));
    }

    [Fact]
    public void Of_a_million_damaged_words_no_more_pass_than_by_chance()
    {
        Random chance = new(4711);
        int passed = 0;
        for (int i = 0; i < 1_000_000; i++)
        {
            int word = chance.Next(65536);
            int damage = 1 + chance.Next(0xFFFFFF);
            byte crc = (byte)(Crc8.Of((byte)(word >> 8), (byte)word) ^ damage);
            int damaged = word ^ (damage >> 8);
            passed += Crc8.Of((byte)(damaged >> 8), (byte)damaged) == crc ? 1 : 0;
        }

        Assert.InRange(passed, 1_000_000 / 256 * 8 / 10, 1_000_000 / 256 * 12 / 10);
    }
}
