using UlmEdge.Devices.Tmp117;
using UlmEdge.Ports;

namespace UlmEdge.Tests.Devices;

public class Tmp117ConversionTests
{
    // Datasheet SNOSD82, table 7-1: its own examples, and what 1/128 of a degree is in hundredths.
    [Theory]
    [InlineData(0x0000, 0)]
    [InlineData(0x0001, 1)]
    [InlineData(0x0C80, 2500)]
    [InlineData(0x3200, 10_000)]
    [InlineData(0x4B00, 15_000)]
    [InlineData(0xFFFF, -1)]
    [InlineData(0xF380, -2500)]
    [InlineData(0xE480, -5500)]
    public void Codes_are_the_datasheets(int code, int centidegrees) =>
        Assert.Equal(Reading.Of(centidegrees), Tmp117Conversion.Temperature(code));

    [Theory]
    [InlineData(0x8000, Absence.Implausible)]
    [InlineData(0x4B02, Absence.OutOfRange)]
    [InlineData(0xE47E, Absence.OutOfRange)]
    [InlineData(0x7FFF, Absence.OutOfRange)]
    [InlineData(0x8001, Absence.OutOfRange)]
    public void What_it_cannot_have_measured_is_no_number(int code, Absence reason) =>
        Assert.Equal(Reading.Missing(reason), Tmp117Conversion.Temperature(code));
}
