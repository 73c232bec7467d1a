using System.Text.Json;
using System.Text.RegularExpressions;
using CsCheck;
using UlmEdge.Core;
using UlmEdge.Core.Calibration;
using UlmEdge.Core.Configuration;
using UlmEdge.Core.Publishing;
using UlmEdge.Core.Readings;
using UlmEdge.Core.Reporting;
using UlmEdge.Ports;
using UlmEdge.Tests.Tidy;

namespace UlmEdge.Tests.Core.Reports;

/// <summary>What a node says that it is.</summary>
public class MetaReportTests
{
    private readonly TextBuffer _text = new(Limits.MetaBytesMax);

    [Fact]
    public void A_node_with_two_sensors_says_what_it_measures_sends_and_keeps()
    {
        NodeConfiguration configuration = new("0123456789ab") { NodeId = "donau-07" };
        ISensor[] sensors =
        [
            new NamedSensor("bmp280", [Quantity.Temperature, Quantity.Pressure]), new NamedSensor("bme280", [Quantity.Temperature]),
        ];
        Write(configuration, "esp32-devkit", sensors);
        Assert.Equal(
            $$"""
            {"contract":"1.1","firmware":"{{FirmwareVersion.Text}}","board":"esp32-devkit","payload":"json",
            "sampleSeconds":60,"batchSamples":10,"batchSeconds":300,"channels":[
            {"n":"temp","quantity":"temperature","u":"Cel","resolution":0.01,"sensor":"bmp280","calibration":"factory"},
            {"n":"press","quantity":"pressure","u":"Pa","resolution":1,"sensor":"bmp280","calibration":"factory"},
            {"n":"temp2","quantity":"temperature","u":"Cel","resolution":0.01,"sensor":"bme280","calibration":"factory"}],
            "keeps":{"segments":30,"bytes":122880},"encrypted":false,
            "sends":"Values of the listed channels with their times; how the node itself fares; nothing about people or networks.",
            "retains":"Every sample until the broker has it; then until its space is needed.[]
            When space ends, the oldest become ten-minute, then hourly minimum, mean and maximum, and go last."}
            """.Replace("[]", " ").Replace("\n", ""),
            ReportBench.TextOf(_text));
    }

    [Theory]
    [InlineData(1, "", "n quantity u resolution sensor calibration")]
    [InlineData(4, "bme280", "n quantity u resolution sensor calibration")]
    [InlineData(8, "bme280", "n quantity u resolution sensor calibration")]
    [InlineData(8, "a-chip-with-a-rather-long-name-0", "n quantity u resolution sensor")]
    [InlineData(8, "a-chip-with-a-name-longer-than-any-that-there-ever-was", "n u resolution sensor")]
    public void The_more_channels_the_less_is_said_of_each_and_it_fits(int sensors, string name, string fields)
    {
        NodeConfiguration configuration = new("0123456789ab")
        {
            SampleSeconds = Limits.SampleSecondsMax, BatchSamples = Limits.SamplesPerBatchMax, BatchSeconds = Limits.SampleSecondsMax,
        };
        JsonElement meta = Write(configuration, "esp32-s3-devkit", ReportBench.Full(name)[..sensors]);
        JsonElement[] channels = [.. meta.GetProperty("channels").EnumerateArray()];
        Assert.Equal(2 * sensors, channels.Select(channel => channel.GetProperty("n").GetString()).Distinct().Count());
        Assert.All(channels, channel => Assert.Equal(fields, string.Join(' ', channel.EnumerateObject().Select(field => field.Name))));
    }

    [Fact]
    public void Whatever_is_configured_it_is_json_that_fits_and_tells_no_secret() =>
        Gen.Select(ReportBench.Configuration, ReportBench.AnyText, ReportBench.Sensors).Sample((configuration, board, sensors) =>
        {
            ChannelList channels = new(sensors);
            JsonElement meta = Write(configuration, board, sensors);
            Assert.Equal(board, meta.GetProperty("board").GetString());
            Assert.Equal(configuration.JournalSegments * 4096, meta.GetProperty("keeps").GetProperty("bytes").GetInt32());
            Assert.Equal(
                Enumerable.Range(0, channels.Count).Select(i => Channel.NameOf(channels.At(i))),
                meta.GetProperty("channels").EnumerateArray().Select(channel => channel.GetProperty("n").GetString()));
        }, iter: 2_000, threads: 1);

    [Fact]
    public void The_resolution_is_a_unit_of_the_last_decimal()
    {
        Quantity[] all = [.. Enumerable.Range(0, Quantities.Count).Select(number => (Quantity)number)];
        foreach (Quantity[] some in all.Chunk(Limits.ChannelsMax))
        {
            JsonElement meta = Write(new NodeConfiguration("0123456789ab"), "esp32-devkit", [new NamedSensor("some", some)]);
            Assert.Equal(
                some.Select(quantity => (decimal)Math.Pow(10, -Quantities.DecimalsOf(quantity))),
                meta.GetProperty("channels").EnumerateArray().Select(channel => channel.GetProperty("resolution").GetDecimal()));
        }
    }

    [Fact]
    public void The_version_is_the_one_that_the_changelog_and_the_simulator_have()
    {
        Match newest = Regex.Match(Sources.Read("CHANGELOG.md"), @"^## \[([\d.]+)\]", RegexOptions.Multiline);
        Match built = Regex.Match(Sources.Read("Directory.Build.props"), "<Version>(.*)</Version>");
        Assert.Equal((FirmwareVersion.Text, FirmwareVersion.Text), (newest.Groups[1].Value, built.Groups[1].Value));
    }

    private JsonElement Write(NodeConfiguration configuration, string board, ISensor[] sensors)
    {
        configuration.Board = board;
        BrokerChoice choice = new(configuration.Brokers, configuration.TrustFiles);
        ChannelList channels = new(sensors);
        Calibrator calibrator = new(channels, configuration.Calibrations, null);
        new MetaReport(configuration, choice, sensors, channels, calibrator).Write(_text);
        return ReportBench.Parse(_text);
    }
}
