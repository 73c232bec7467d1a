using UlmEdge.Devices.Particulates;
using UlmEdge.Devices.Sps30;

namespace UlmEdge.Tests.Devices;

public class Sps30ConversionTests
{
    [Theory]
    [InlineData(9.44f, 94)]
    [InlineData(0f, 0)]
    [InlineData(1000f, 10_000)]
    [InlineData(1000.1f, Sps30Conversion.Impossible)]
    [InlineData(-0.1f, Sps30Conversion.Impossible)]
    [InlineData(float.NaN, Sps30Conversion.Impossible)]
    public void A_float_is_tenths_of_a_microgram_or_impossible(float micrograms, int expected)
    {
        uint bits = BitConverter.SingleToUInt32Bits(micrograms);
        Assert.Equal(expected, Sps30Conversion.Tenths((int)(bits >> 16), (int)(bits & 0xFFFF), new byte[4]));
    }

    [Theory]
    [InlineData(new[] { 90, 91, 5000, 92, 0 }, 91)]
    [InlineData(new[] { 10, 20 }, 15)]
    [InlineData(new[] { 7 }, 7)]
    [InlineData(new int[0], 0)]
    public void The_mean_leaves_the_least_and_the_greatest_out(int[] numbers, int expected)
    {
        var window = new ParticulateWindow();
        foreach (int number in numbers)
        {
            window.Add(number);
        }

        Assert.Equal(expected, window.Mean);
    }
}
