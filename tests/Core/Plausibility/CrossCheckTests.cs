using UlmEdge.Ports;

namespace UlmEdge.Tests.Core.Plausible;

/// <summary>Readings of one moment that contradict each other.</summary>
public class CrossCheckTests
{
    private readonly PlausibilityBench _bench = new([Quantity.Temperature, Quantity.RelativeHumidity, Quantity.Pressure]);

    [Theory]
    [InlineData(Quantity.Pm1, Quantity.Pm25)]
    [InlineData(Quantity.Pm25, Quantity.Pm4)]
    [InlineData(Quantity.Pm25, Quantity.Pm10)]
    [InlineData(Quantity.Pm4, Quantity.Pm10)]
    [InlineData(Quantity.SoundLevelMin, Quantity.SoundLevel)]
    [InlineData(Quantity.SoundLevel, Quantity.SoundLevelMax)]
    [InlineData(Quantity.WindSpeed, Quantity.WindGust)]
    public void A_part_above_its_whole_makes_both_doubtful(Quantity smaller, Quantity larger)
    {
        _bench.Fit([larger, smaller]);
        _bench.Judge(0, 500, 500);
        Assert.Equal([Quality.Good, Quality.Good], _bench.Flags(2));
        _bench.Judge(60, 500, 502);
        Assert.Equal([Quality.CrossCheck, Quality.CrossCheck], _bench.Flags(2));
    }

    [Fact]
    public void Particles_of_two_sensors_are_not_compared()
    {
        _bench.Fit([Quantity.Pm10], [Quantity.Pm25]);
        _bench.Judge(0, 100, 200);
        Assert.Equal([Quality.Good, Quality.Good], _bench.Flags(2));
    }

    [Fact]
    public void Of_two_thermometers_both_and_of_three_the_odd_one_is_doubtful()
    {
        _bench.Fit([Quantity.Temperature], [Quantity.Temperature]);
        _bench.Judge(0, 1500, 2050);
        Assert.Equal([Quality.CrossCheck, Quality.CrossCheck], _bench.Flags(2));
        _bench.Fit([Quantity.Temperature], [Quantity.Temperature], [Quantity.Temperature]);
        _bench.Judge(0, 1500, 2050, 1520);
        Assert.Equal([Quality.Good, Quality.CrossCheck, Quality.Good], _bench.Flags(3));
    }

    [Fact]
    public void A_missing_thermometer_contradicts_nobody()
    {
        _bench.Fit([Quantity.Temperature], [Quantity.Temperature]);
        _bench.Sample.Readings[1] = Reading.Missing(Absence.NotPresent);
        _bench.Sample.Readings[0] = Reading.Of(1500);
        _bench.Sample.Due[0] = _bench.Sample.Due[1] = true;
        _bench.Judge();
        Assert.Equal(Quality.Good, _bench.Sample.Readings[0].Quality);
    }

    [Fact]
    public void Air_that_holds_more_water_than_any_summer_is_doubtful()
    {
        _bench.Judge(0, 3500, 7500, 95_000);
        Assert.Equal([Quality.CrossCheck, Quality.CrossCheck, Quality.Good], _bench.Flags(3));
        _bench.Fit([Quantity.Temperature, Quantity.RelativeHumidity, Quantity.Pressure]);
        _bench.Judge(0, 3500, 6000, 95_000);
        Assert.Equal([Quality.Good, Quality.Good, Quality.Good], _bench.Flags(3));
    }

    [Fact]
    public void A_chip_whose_temperature_jumps_compensated_with_it()
    {
        _bench.Judge(0, 1500, 6000, 95_000);
        _bench.Judge(60, 2650, 5000, 95_010);
        Assert.Equal([Quality.Rate, Quality.CrossCheck, Quality.CrossCheck], _bench.Flags(3));
    }

    [Fact]
    public void The_signature_of_a_chip_that_lost_its_registers_is_doubtful_in_both()
    {
        _bench.Judge(0, 2400, 6000, 95_000);
        _bench.Judge(60, 2650, 6000, 82_000); // A BMP280 after a reset, as if it had just this temperature.
        Assert.Equal([Quality.CrossCheck, Quality.Good, Quality.Range | Quality.Rate], _bench.Flags(3));
    }
}
