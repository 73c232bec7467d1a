using UlmEdge.Devices.Scd4x;
using UlmEdge.Ports;

namespace UlmEdge.Tests.Devices;

public class Scd4xConversionTests
{
    // The worked example of datasheet section 3.5.2: 0x01F4, 0x6667, 0x5EB9 are 500 ppm, 25 degrees, 37 per cent.
    [Fact]
    public void The_datasheets_example_is_reproduced()
    {
        Assert.Equal(Reading.Of(500), Scd4xConversion.CarbonDioxide(0x01F4));
        Assert.Equal(Reading.Of(2500), Scd4xConversion.Temperature(0x6667));
        Assert.Equal(Reading.Of(3700), Scd4xConversion.Humidity(0x5EB9));
    }

    [Fact]
    public void Air_without_carbon_dioxide_is_implausible() =>
        Assert.Equal(Reading.Missing(Absence.Implausible), Scd4xConversion.CarbonDioxide(0));
}
