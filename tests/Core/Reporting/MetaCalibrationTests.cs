using System.Text.Json;
using UlmEdge.Core;
using UlmEdge.Core.Calibration;
using UlmEdge.Core.Configuration;
using UlmEdge.Core.Publishing;
using UlmEdge.Core.Readings;
using UlmEdge.Core.Reporting;
using UlmEdge.Ports;

namespace UlmEdge.Tests.Core.Reports;

/// <summary>What was corrected is named with all that takes it back.</summary>
public class MetaCalibrationTests
{
    [Fact]
    public void A_correction_is_named_and_so_is_what_follows_it()
    {
        NodeConfiguration configuration = new("0123456789ab") { Calibrations = [Correction("temp")] };
        NamedSensor sensor = new("sht4x", [Quantity.Temperature, Quantity.RelativeHumidity]);
        Assert.Equal(
            [
                """{"n":"temp","quantity":"temperature","u":"Cel","resolution":0.01,"sensor":"sht4x","calibration":"corrected","slope":1."""
                    + """0205,"offset":-0.35,"date":"2026-11-20","by":"TH Ulm"}""",
                """{"n":"rh","quantity":"relativeHumidity","u":"%RH","resolution":0.01,"sensor":"sht4x","calibration":"dewPoint"}""",
                """{"n":"temp.raw","quantity":"temperature","u":"Cel","resolution":0.01,"sensor":"sht4x","calibration":"factory"}""",
                """{"n":"rh.raw","quantity":"relativeHumidity","u":"%RH","resolution":0.01,"sensor":"sht4x","calibration":"factory"}""",
            ],
            Channels(configuration, sensor).Select(channel => channel.GetRawText()));
    }

    [Fact]
    public void As_many_corrections_as_there_can_be_fit_at_their_longest()
    {
        string[] names = ["pm1", "pm25", "pm10", "pm1-2", "pm25-2", "pm4", "pm10-2", "lamax"];
        string by = new('x', Limits.CalibratorCharactersMax);
        NodeConfiguration configuration = new("0123456789ab")
        {
            Board = "esp32-devkit-psram",
            SampleSeconds = Limits.SampleSecondsMax, BatchSamples = Limits.SamplesPerBatchMax, BatchSeconds = Limits.SampleSecondsMax,
            Calibrations = [.. names.Select(name => Correction(name, 99_999, -99_999_999, by))],
        };
        JsonElement[] channels = Channels(
            configuration,
            new NamedSensor("pms7003", [Quantity.Pm1, Quantity.Pm25, Quantity.Pm10]),
            new NamedSensor("sps30", [Quantity.Pm1, Quantity.Pm25, Quantity.Pm4, Quantity.Pm10]),
            new NamedSensor("dnms", [Quantity.SoundLevelMax]));
        Assert.Equal(Limits.ChannelsMax, channels.Length);
        Assert.All(channels[..8], channel => Assert.Equal(-99_999.999, channel.GetProperty("offset").GetDouble()));
    }

    private static CalibrationSettings Correction(string channel, int slope = 10_205, int offset = -350, string by = "TH Ulm") => new()
    {
        Channel = channel, SlopeTenThousandths = slope, OffsetThousandths = offset, Date = "2026-11-20", By = by,
    };

    private static JsonElement[] Channels(NodeConfiguration configuration, params ISensor[] sensors)
    {
        TextBuffer text = new(Limits.MetaBytesMax);
        ChannelList channels = new(sensors);
        Calibrator calibrator = new(channels, configuration.Calibrations, null);
        BrokerChoice choice = new(configuration.Brokers, configuration.TrustFiles);
        new MetaReport(configuration, choice, sensors, channels, calibrator).Write(text);
        return [.. ReportBench.Parse(text).GetProperty("channels").EnumerateArray()];
    }
}
