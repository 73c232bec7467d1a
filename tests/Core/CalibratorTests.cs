using CsCheck;
using UlmEdge.Core;
using UlmEdge.Core.Calibration;
using UlmEdge.Core.Configuration;
using UlmEdge.Core.Readings;
using UlmEdge.Ports;

namespace UlmEdge.Tests.Core;

public class CalibratorTests
{
    private readonly ChannelList _channels = new([new FakeSensor(), new FakeSensor { Quantities = [Quantity.Pm10] }]);
    private readonly Complaints _complaints = new();
    private readonly Sample _sample = new();

    [Fact]
    public void What_is_corrected_has_its_raw_value_beside_it()
    {
        Calibrator calibrator = new(_channels, [Of("press", offset: -120_000)], _complaints);
        Apply(calibrator, 2137, 5620, 95_712, 210);
        Assert.Equal(["temp", "rh", "press", "pm10", "press.raw"], Names());
        Assert.Equal([2137, 5620, 95_592, 210, 95_712], Values());
    }

    [Fact]
    public void Slope_and_offset_are_exact_to_the_last_digit() => Gen.Select(
        Gen.Int[-4000, 8500], Gen.Int[1, 100_000], Gen.Int[-20_000, 20_000]).Sample(
        (raw, slope, offset) =>
        {
            ChannelList channels = new([new FakeSensor { Quantities = [Quantity.Temperature] }]);
            Sample sample = new();
            sample.Due[0] = true;
            sample.Readings[0] = Reading.Of(raw);
            new Calibrator(channels, [Of("temp", slope, offset)], null).Apply(sample);
            decimal product = decimal.Round(raw * slope / 10_000m, MidpointRounding.AwayFromZero);
            decimal sum = product + decimal.Round(offset / 10m, MidpointRounding.AwayFromZero);
            Assert.Equal(sum, sample.Readings[0].Value);
            Assert.Equal(raw, sample.Readings[1].Value);
        },
        iter: 10_000);

    [Fact]
    public void Humidity_follows_its_sensors_temperature_by_the_dew_point_and_no_other_sensors()
    {
        ChannelList channels = new([new FakeSensor(), new FakeSensor()]);
        Calibrator calibrator = new(channels, [Of("temp2", offset: -2_000)], _complaints);
        Sample sample = new();
        for (int i = 0; i < channels.MeasuredCount; i++)
        {
            sample.Due[i] = true;
            sample.Readings[i] = Reading.Of(new[] { 2000, 5000, 95_000 }[i % 3]);
        }

        calibrator.Apply(sample);
        Assert.Equal(5000, sample.Readings[1].Value);
        Assert.Equal((1800, 5000), (sample.Readings[3].Value, sample.Readings[7].Value));
        Assert.InRange(sample.Readings[4].Value, 5655, 5670); // 50 % × 23.37 hPa / 20.63 hPa.
        Assert.Equal("rh2.raw", Channel.NameOf(channels.At(7)));
        Assert.Null(calibrator.Of(4));
        Assert.True(calibrator.Corrects(4));
    }

    [Fact]
    public void A_correction_makes_nothing_impossible()
    {
        Calibrator calibrator = new(_channels, [Of("pm10", offset: -30_000), Of("rh", slope: 20_000)], _complaints);
        Apply(calibrator, 2137, 5620, 95_712, 210);
        Assert.Equal((10_000, 0), (_sample.Readings[1].Value, _sample.Readings[3].Value));
    }

    [Fact]
    public void What_is_missing_stays_missing_in_both_and_so_what_is_not_due()
    {
        Calibrator calibrator = new(_channels, [Of("temp", offset: 1_000)], _complaints);
        Apply(calibrator, 2137, 5620, 95_712, 210);
        _sample.Readings[0] = Reading.Missing(Absence.Frozen);
        _sample.Readings[1] = Reading.Of(5620);
        calibrator.Apply(_sample);
        Assert.Equal((Absence.Frozen, Absence.Frozen), (_sample.Readings[0].Absence, _sample.Readings[4].Absence));
        Assert.Equal(5620, _sample.Readings[1].Value); // Without a temperature nobody knows by how much.
        _sample.Due[0] = false;
        calibrator.Apply(_sample);
        Assert.False(_sample.Due[4]);
    }

    [Fact]
    public void What_the_sensor_says_against_its_value_is_said_in_both()
    {
        Calibrator calibrator = new(_channels, [Of("pm10", offset: 1_000)], _complaints);
        Apply(calibrator, 2137, 5620, 95_712, 210);
        _sample.Readings[3] = Reading.Doubtful(210, Quality.WarmUp);
        calibrator.Apply(_sample);
        Assert.Equal((220, Quality.WarmUp), (_sample.Readings[3].Value, _sample.Readings[3].Quality));
        Assert.Equal((210, Quality.WarmUp), (_sample.Readings[4].Value, _sample.Readings[4].Quality));
    }

    [Theory]
    [InlineData("co2", "calibrations: co2 is no channel of this node; it is left out")]
    [InlineData("temp.raw", "calibrations: temp.raw is no channel of this node; it is left out")]
    [InlineData("temp", "calibrations: temp is there twice; it is left out")]
    public void What_cannot_be_is_left_out_and_said(string channel, string sentence)
    {
        Calibrator calibrator = new(_channels, [Of("temp", offset: 1_000), Of(channel, offset: 9_000)], _complaints);
        Assert.Equal(sentence, Assert.Single(Enumerable.Range(0, _complaints.KeptCount).Select(_complaints.SentenceAt)));
        Assert.Equal(1_000, calibrator.Of(0)!.OffsetThousandths);
        Assert.Equal(6, _channels.Count);
    }

    [Fact]
    public void Raw_values_have_room_or_the_calibration_is_left_out()
    {
        ChannelList channels = new([.. Enumerable.Range(0, 5).Select(_ => new FakeSensor())]);
        Calibrator calibrator = new(channels, [Of("temp", offset: 1), Of("press2", offset: 1), Of("press3", offset: 1)], _complaints);
        Assert.Equal(Limits.ChannelsMax, channels.Count);
        Assert.Equal([false, true, false], new[] { 0, 5, 8 }.Select(calibrator.Corrects));
        Assert.Equal(2, _complaints.Count);
    }

    private static CalibrationSettings Of(string channel, int slope = CalibrationSettings.SlopeOne, int offset = 0) => new()
    {
        Channel = channel, SlopeTenThousandths = slope, OffsetThousandths = offset, Date = "2026-11-20", By = "TH Ulm",
    };

    private void Apply(Calibrator calibrator, params int[] values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            _sample.Due[i] = true;
            _sample.Readings[i] = Reading.Of(values[i]);
        }

        calibrator.Apply(_sample);
    }

    private string[] Names() => [.. Enumerable.Range(0, _channels.Count).Select(i => Channel.NameOf(_channels.At(i)))];

    private int[] Values() => [.. _sample.Readings.Take(_channels.Count).Select(reading => reading.Value)];
}
