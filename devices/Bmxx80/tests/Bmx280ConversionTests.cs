using UlmEdge.Devices.Bmxx80;
using UlmEdge.Ports;

namespace UlmEdge.Tests.Devices;

public class Bmx280ConversionTests
{
    [Theory]
    [InlineData(21.374, 2137)]
    [InlineData(21.376, 2138)]
    [InlineData(-0.004, 0)]
    [InlineData(-0.016, -2)]
    [InlineData(-40, -4000)]
    [InlineData(85, 8500)]
    public void Temperature_is_rounded_to_the_nearest_hundredth(double degreesCelsius, int expected)
    {
        Assert.Equal(Reading.Of(expected), Bmx280Conversion.Temperature(degreesCelsius));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-40.1)]
    [InlineData(85.1)]
    [InlineData(-141)]
    [InlineData(double.PositiveInfinity)]
    public void What_the_chip_cannot_measure_is_no_temperature(double degreesCelsius)
    {
        Assert.Equal(Reading.Missing(Absence.OutOfRange), Bmx280Conversion.Temperature(degreesCelsius));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(56.204, 5620)]
    [InlineData(100, 10_000)]
    public void Humidity_ends_where_the_driver_ends_it(double percent, int expected)
    {
        Assert.Equal(Reading.Of(expected), Bmx280Conversion.Humidity(percent));
    }

    [Theory]
    [InlineData(100_653.27, 100_653, Absence.None)] // the driver's own test vector
    [InlineData(30_000, 30_000, Absence.None)]
    [InlineData(29_999, 0, Absence.OutOfRange)]
    [InlineData(110_001, 0, Absence.OutOfRange)]
    [InlineData(double.NaN, 0, Absence.OutOfRange)]
    public void Pressure_is_whole_pascals_within_the_chips_range(double pascals, int expected, Absence absence)
    {
        Assert.Equal(new Reading { Value = expected, Absence = absence }, Bmx280Conversion.Pressure(pascals));
    }
}
