using UlmEdge.Simulator.Chips;
using Xunit;

namespace UlmEdge.Tests.Simulation;

public sealed class FactoryCalibrationTests
{
    private const ulong Parts = 300;

    [Fact]
    public void The_same_seed_is_the_same_part_and_another_seed_another()
    {
        Assert.Equal(FactoryCalibration.Draw(4711), FactoryCalibration.Draw(4711));
        Assert.NotEqual(FactoryCalibration.Draw(4711), FactoryCalibration.Draw(4712));
    }

    [Fact]
    public void Every_part_covers_the_whole_measuring_range_within_its_bits()
    {
        for (ulong seed = 0; seed < Parts; seed++)
        {
            var part = FactoryCalibration.Draw(seed);
            AssertTemperatureRange(part, seed);
            foreach (var celsius in new[] { -40, 0, 25, 85 })
            {
                AssertPressureAndHumidityRange(part, celsius * 5120, seed);
            }
        }
    }

    [Fact]
    public void Humidity_parameters_are_of_the_kind_that_real_parts_have()
    {
        for (ulong seed = 0; seed < Parts; seed++)
        {
            var part = FactoryCalibration.Draw(seed);
            Assert.Equal(0, part.H3);
            Assert.InRange(part.H4, 1, 0x7FF);
            Assert.InRange(part.H5, 1, 0x7FF);
        }
    }

    private static void AssertTemperatureRange(FactoryCalibration part, ulong seed)
    {
        Assert.True(IntegerCompensation.FineTemperature(part, 0) < -40 * 5120, $"seed {seed}");
        Assert.True(IntegerCompensation.FineTemperature(part, 0xFFFFF) > 85 * 5120, $"seed {seed}");
    }

    private static void AssertPressureAndHumidityRange(FactoryCalibration part, long fine, ulong seed)
    {
        Assert.True(IntegerCompensation.PressureQ8(part, fine, 0) > 110000 * 256, $"seed {seed}");
        Assert.True(IntegerCompensation.PressureQ8(part, fine, 0xFFFFF) < 30000 * 256, $"seed {seed}");
        Assert.Equal(0, IntegerCompensation.HumidityQ10(part, fine, 0));
        Assert.Equal(100 * 1024, IntegerCompensation.HumidityQ10(part, fine, 0xFFFF));
    }
}
