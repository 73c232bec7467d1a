using UlmEdge.Simulator.Chips;
using Xunit;

namespace UlmEdge.Tests.Simulation;

/// <summary>The worked example of the BMP280 datasheet, section 3.12.</summary>
public sealed class IntegerCompensationTests
{
    private const int TemperatureCode = 519888;
    private const int PressureCode = 415148;

    [Fact]
    public void Temperature_is_as_in_the_datasheets_example()
    {
        var fine = IntegerCompensation.FineTemperature(FactoryCalibration.Typical, TemperatureCode);

        Assert.Equal(128422, fine);
        Assert.Equal(2508, IntegerCompensation.CentiCelsius(fine));
    }

    [Fact]
    public void Pressure_is_as_in_the_datasheets_example()
    {
        // The figure was drawn with floating point and prints 25767236 (100653.27 Pa); the integer formula printed two
        // pages before gives three less, which is 0.01 Pa.
        const long figure = 25767236;
        var pressure = IntegerCompensation.PressureQ8(FactoryCalibration.Typical, 128422, PressureCode);

        Assert.Equal(figure - 3, pressure);
        Assert.Equal(100653, pressure / 256);
    }

    [Fact]
    public void Pressure_of_an_impossible_part_is_zero_and_no_division_by_zero()
    {
        var part = FactoryCalibration.Typical with { P1 = 0 };

        Assert.Equal(0, IntegerCompensation.PressureQ8(part, 128422, PressureCode));
    }
}
