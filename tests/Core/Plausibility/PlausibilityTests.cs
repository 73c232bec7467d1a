using UlmEdge.Ports;

namespace UlmEdge.Tests.Core.Plausible;

/// <summary>Each rule flags what it is for, names it rightly, and leaves alone what is only weather.</summary>
public class PlausibilityTests
{
    private readonly PlausibilityBench _bench = new(BmeQuantities);

    private static Quantity[] BmeQuantities => [Quantity.Temperature, Quantity.RelativeHumidity, Quantity.Pressure];

    [Fact]
    public void Ordinary_weather_is_not_doubted()
    {
        for (int minute = 0; minute < 2_880; minute++)
        {
            int temperature = 1500 + (int)(800 * Math.Sin(minute / 230.0));
            _bench.Judge(minute * 60, temperature, 6000 - temperature, 95_000 + (minute % 7) - (minute / 60));
            Assert.Equal([Quality.Good, Quality.Good, Quality.Good], _bench.Flags(3));
        }
    }

    [Theory]
    [InlineData(Quantity.Temperature, -3_801)]
    [InlineData(Quantity.Temperature, 5_001)]
    [InlineData(Quantity.RelativeHumidity, 299)]
    [InlineData(Quantity.Pressure, 82_000)]
    [InlineData(Quantity.Pm25, 9_999)]
    [InlineData(Quantity.CarbonDioxide, 0)]
    [InlineData(Quantity.SoundLevel, 0)]
    [InlineData(Quantity.WindGust, 8_000)]
    [InlineData(Quantity.BatteryVoltage, 900)]
    public void What_no_climate_has_is_flagged(Quantity quantity, int value)
    {
        _bench.Fit([quantity]);
        _bench.Judge(0, value);
        Assert.Equal(Quality.Range, _bench.Flags(1)[0] & Quality.Range);
    }

    [Theory]
    [InlineData(Quantity.Temperature, 1500, 2200)]
    [InlineData(Quantity.Pressure, 95_000, 95_600)]
    [InlineData(Quantity.CarbonDioxide, 450, 1200)]
    [InlineData(Quantity.Pm25, 100, 2400)]
    public void A_spike_is_flagged_and_the_return_from_it_is_not(Quantity quantity, int usual, int spike)
    {
        _bench.Fit([quantity]);
        _bench.Judge(0, usual);
        _bench.Judge(60, spike);
        Assert.Equal(Quality.Rate, _bench.Flags(1)[0]);
        _bench.Judge(120, usual + 1);
        Assert.Equal(Quality.Good, _bench.Flags(1)[0]);
    }

    [Fact]
    public void A_step_that_stays_is_believed_after_half_an_hour_at_the_latest()
    {
        _bench.Fit([Quantity.Temperature]);
        _bench.Judge(0, 1000);
        int doubted = 0;
        for (int minute = 1; minute <= 45; minute++)
        {
            _bench.Judge(minute * 60, 4000 + (minute % 3));
            doubted += _bench.Flags(1)[0] == Quality.Rate ? 1 : 0;
        }

        Assert.Equal(30, doubted);
    }

    [Fact]
    public void Ten_minutes_between_readings_allow_more_than_one()
    {
        _bench.Fit([Quantity.Temperature]);
        _bench.Judge(0, 1000);
        _bench.Judge(600, 1750);
        Assert.Equal(Quality.Good, _bench.Flags(1)[0]);
    }

    [Theory]
    [InlineData(Quantity.Temperature, 1500, 21_600)]
    [InlineData(Quantity.Pressure, 95_000, 7_200)]
    [InlineData(Quantity.RelativeHumidity, 4000, 14_400)]
    [InlineData(Quantity.CarbonDioxide, 450, 3_600)]
    public void A_value_that_never_moves_is_stuck(Quantity quantity, int value, int seconds)
    {
        _bench.Fit([quantity]);
        for (int second = 0; second < seconds; second += 60)
        {
            _bench.Judge(second, value);
            Assert.Equal(Quality.Good, _bench.Flags(1)[0]);
        }

        _bench.Judge(seconds, value);
        Assert.Equal(Quality.Stuck, _bench.Flags(1)[0]);
        _bench.Judge(seconds + 60, value + 1);
        Assert.Equal(Quality.Good, _bench.Flags(1)[0]);
    }

    [Fact]
    public void At_an_interval_of_an_hour_time_alone_does_not_make_it_stuck()
    {
        _bench.Fit([Quantity.Pressure]);
        for (int hour = 0; hour < 7; hour++)
        {
            _bench.Judge(hour * 3600, 95_000);
            Assert.Equal(Quality.Good, _bench.Flags(1)[0]);
        }

        _bench.Judge(7 * 3600, 95_000);
        Assert.Equal(Quality.Stuck, _bench.Flags(1)[0]);
    }

    [Theory]
    [InlineData(Quantity.RelativeHumidity, 10_000)]
    [InlineData(Quantity.Pm10, 12)]
    [InlineData(Quantity.Rain, 0)]
    [InlineData(Quantity.WindSpeed, 0)]
    [InlineData(Quantity.BatteryVoltage, 3_700)]
    public void Fog_clean_air_drought_calm_and_a_full_battery_may_last(Quantity quantity, int value)
    {
        _bench.Fit([quantity]);
        for (int minute = 0; minute < 1_440; minute++)
        {
            _bench.Judge(minute * 60, value);
            Assert.Equal(Quality.Good, _bench.Flags(1)[0]);
        }
    }

    [Fact]
    public void What_the_binding_says_stays()
    {
        _bench.Fit([Quantity.BatteryVoltage]);
        _bench.Sample.Due[0] = true;
        _bench.Sample.Readings[0] = Reading.Doubtful(20_000, Quality.Signature);
        _bench.Judge();
        Assert.Equal(Quality.Signature | Quality.Range, _bench.Sample.Readings[0].Quality);
    }

    [Fact]
    public void What_is_not_due_is_not_judged()
    {
        _bench.Fit([Quantity.Temperature]);
        _bench.Sample.Readings[0] = Reading.Of(99_999);
        _bench.Judge();
        Assert.Equal(Quality.Good, _bench.Sample.Readings[0].Quality);
    }
}
