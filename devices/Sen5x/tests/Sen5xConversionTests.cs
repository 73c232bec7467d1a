using UlmEdge.Devices.Sen5x;
using UlmEdge.Ports;

namespace UlmEdge.Tests.Devices;

public class Sen5xConversionTests
{
    [Fact]
    public void What_is_not_known_yet_says_so()
    {
        Assert.Equal(Reading.Missing(Absence.WarmingUp), Sen5xConversion.Particulates(0xFFFF));
        Assert.Equal(Reading.Missing(Absence.WarmingUp), Sen5xConversion.Humidity(0x7FFF));
        Assert.Equal(Reading.Missing(Absence.WarmingUp), Sen5xConversion.Temperature(0x7FFF));
        Assert.Equal(Reading.Missing(Absence.WarmingUp), Sen5xConversion.Index(0x7FFF));
    }

    [Theory]
    [InlineData(4800, 2400)]
    [InlineData(0xFFFF, -1)]
    [InlineData(0xF060, -2000)]
    public void Temperature_has_a_sign_and_is_half_the_word(int word, int expected) =>
        Assert.Equal(Reading.Of(expected), Sen5xConversion.Temperature(word));
}
