using UlmEdge.Devices.Template;
using UlmEdge.Ports;

namespace UlmEdge.Tests.Devices;

public class TemplateConversionTests
{
    // The datasheet's own examples come first; then the ends of the range.
    [Theory]
    [InlineData(2731, -5)]
    [InlineData(2982, 2505)]
    [InlineData(2332, -3995)]
    [InlineData(3581, 8495)]
    public void Codes_are_the_datasheets(int code, int centidegrees) =>
        Assert.Equal(Reading.Of(centidegrees), TemplateConversion.Temperature(code));

    [Theory]
    [InlineData(0)]
    [InlineData(2331)]
    [InlineData(3582)]
    [InlineData(65535)]
    public void What_it_cannot_have_measured_is_no_number(int code) =>
        Assert.Equal(Reading.Missing(Absence.OutOfRange), TemplateConversion.Temperature(code));
}
