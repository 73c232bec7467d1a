using CsCheck;
using UlmEdge.Devices.Pulses;
using UlmEdge.Ports;

namespace UlmEdge.Tests.Devices;

public class PulseConversionTests
{
    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(0, 1, 279)]
    [InlineData(1, 2, 280)] // 558.8 in all
    [InlineData(0, 5, 1_397)]
    [InlineData(1_000_000_000, 1_000_000_005, 1_397)]
    public void A_tip_is_0_2794_mm(long before, long now, int micrometres) =>
        Assert.Equal(Reading.Of(micrometres), RainConversion.Rain(before, now, 60_000));

    [Fact]
    public void Readings_add_up_to_the_micrometre() => Gen.Int[0, 17].Array[1, 500].Sample(tips =>
    {
        long count = 0;
        long sum = 0;
        foreach (int some in tips)
        {
            sum += RainConversion.Rain(count, count + some, 60_000).Value;
            count += some;
        }

        Assert.Equal((long)Math.Round(count * 279.4m, MidpointRounding.AwayFromZero), sum);
    });

    [Theory]
    [InlineData(0, 1, true)]
    [InlineData(0, 2, false)]
    [InlineData(3_352, 2, false)]
    [InlineData(3_353, 2, true)]
    [InlineData(60_000, 18, true)]
    [InlineData(60_000, 19, false)]
    [InlineData(86_400_000, 25_770, true)]
    [InlineData(86_400_000, 25_771, false)]
    public void More_than_300_mm_an_hour_are_none_but_one_tip_can_always_be(long elapsedMs, long tips, bool isRain) =>
        Assert.Equal(isRain ? Absence.None : Absence.OutOfRange, RainConversion.Rain(7, 7 + tips, elapsedMs).Absence);

    [Theory]
    [InlineData(1, 1_000, 67)]
    [InlineData(3, 1_000, 200)]
    [InlineData(0, 1_000, 0)]
    [InlineData(1, 60_000, 1)]
    [InlineData(337, 3_000, 7_489)]
    [InlineData(675, 6_000, 7_500)]
    public void One_closing_a_second_is_2_4_km_an_hour(long pulses, long elapsedMs, int expected) =>
        Assert.Equal(Reading.Of(expected), WindConversion.Mean(pulses, elapsedMs));

    [Theory]
    [InlineData(338, 3_000)]
    [InlineData(1, 1)]
    [InlineData(long.MaxValue / 400_001, 1)]
    public void More_than_75_metres_a_second_are_none(long pulses, long elapsedMs) =>
        Assert.Equal(Reading.Missing(Absence.OutOfRange), WindConversion.Mean(pulses, elapsedMs));

    [Fact]
    public void A_counter_that_began_anew_is_noticed()
    {
        Assert.Equal(Reading.Missing(Absence.Restarted), RainConversion.Rain(5, 4, 60_000));
        Assert.Equal(Reading.Missing(Absence.Restarted), RainConversion.Rain(5, 6, -1));
        Assert.Equal(Reading.Missing(Absence.Restarted), WindConversion.Mean(-1, 60_000));
        Assert.Equal(Reading.Missing(Absence.Restarted), WindConversion.Mean(1, 0));
    }
}
