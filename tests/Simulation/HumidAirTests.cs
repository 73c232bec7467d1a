using UlmEdge.Simulator.Weather;
using Xunit;

namespace UlmEdge.Tests.Simulation;

public sealed class HumidAirTests
{
    [Theory]
    [InlineData(-20, 125.6)]
    [InlineData(0, 611.2)]
    [InlineData(20, 2339)]
    [InlineData(30, 4246)]
    public void Saturation_is_as_in_the_tables_over_water(double celsius, double pascal) =>
        Assert.Equal(pascal, HumidAir.SaturationPascal(celsius), 0.005 * pascal);

    [Fact]
    public void Air_at_its_dew_point_is_saturated() => Assert.Equal(100, HumidAir.HumidityPercent(12, 12), 1e-9);
}
