using CsCheck;
using UlmEdge.Core.Readings;

namespace UlmEdge.Tests.Core;

/// <summary>Whole numbers against the formula in floating point.</summary>
public class WaterVapourTests
{
    [Fact]
    public void Saturation_is_the_magnus_formula_within_two_per_mille_and_the_last_digit() => Gen.Int[-4000, 6000].Sample(
        centidegrees => Assert.InRange(
            WaterVapour.SaturationTenthsOfPascal(centidegrees),
            (Magnus(centidegrees) * 0.998) - 1,
            (Magnus(centidegrees) * 1.002) + 1),
        iter: 20_000);

    [Theory]
    [InlineData(2000, 10_000, 2000)]
    [InlineData(2000, 5000, 926)] // WMO-No. 8's formulas by hand: 9.26 °C.
    [InlineData(0, 10_000, 0)]
    [InlineData(-4000, 1, -4000)]
    public void The_dew_point_is_where_the_vapour_saturates(int centidegrees, int centipercent, int dewPoint) =>
        Assert.InRange(WaterVapour.DewPointCentidegrees(centidegrees, centipercent), dewPoint - 3, dewPoint + 3);

    /// <summary>
    /// Near -40 °C vapour has some 200 tenths of a pascal, so its last digit is five hundredths of a degree; both dew points are cut
    /// off there.
    /// </summary>
    [Fact]
    public void Another_temperature_leaves_the_dew_point_to_the_last_digit_of_its_vapour() => Gen.Select(
        Gen.Int[-2000, 4500], Gen.Int[1000, 9000], Gen.Int[-300, 300]).Sample(
        (from, humidity, change) =>
        {
            int then = WaterVapour.HumidityAt(humidity, from, from + change);
            if (then < WaterVapour.Saturated)
            {
                Assert.InRange(
                    WaterVapour.DewPointCentidegrees(from + change, then) - WaterVapour.DewPointCentidegrees(from, humidity), -10, 10);
            }
        },
        iter: 20_000);

    [Fact]
    public void Cooling_below_the_dew_point_gives_saturated_air_and_no_more() =>
        Assert.Equal(WaterVapour.Saturated, WaterVapour.HumidityAt(9000, 2000, 1000));

    [Theory]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    public void No_number_escapes(int centidegrees)
    {
        Assert.True(WaterVapour.SaturationTenthsOfPascal(centidegrees) > 0);
        Assert.InRange(WaterVapour.DewPointCentidegrees(centidegrees, 10_000), -4000, 6000);
        Assert.InRange(WaterVapour.HumidityAt(10_000, centidegrees, -centidegrees), 0, WaterVapour.Saturated);
    }

    private static double Magnus(int centidegrees) =>
        6112 * Math.Exp(17.62 * centidegrees / 100 / (243.12 + (centidegrees / 100.0)));
}
