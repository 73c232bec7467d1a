using System.Text.Json;
using CsCheck;
using UlmEdge.Core;
using UlmEdge.Core.Configuration;
using UlmEdge.Core.Publishing;
using UlmEdge.Core.Readings;
using UlmEdge.Core.Reporting;
using UlmEdge.Ports;

namespace UlmEdge.Tests.Core.Reports;

/// <summary>How Home Assistant learns of a node's channels.</summary>
public class HomeAssistantDiscoveryTests
{
    private readonly TextBuffer _text = new(Limits.DiscoveryBytesMax);

    [Fact]
    public void A_channel_is_described()
    {
        HomeAssistantDiscovery discovery = Of(new NodeConfiguration("0123456789ab") { NodeId = "donau-07" }, new FakeSensor());
        Assert.Equal("homeassistant/sensor/donau-07_temp/config", discovery.ConfigTopicAt(0));
        discovery.WriteConfig(0, _text);
        Assert.Equal(
            """
            {"unique_id":"donau-07_temp","name":"Temperature","state_topic":"ulm/v1/donau-07/latest/temp",
            "unit_of_measurement":"\u00b0C","device_class":"temperature","state_class":"measurement","expire_after":900,
            "availability_topic":"ulm/v1/donau-07/status","availability_template":"{{ value_json.state }}",
            "device":{"identifiers":["ulmedge-donau-07"],"name":"donau-07","manufacturer":"UlmEdge","sw_version":"VERSION"}}
            """.Replace("\n", "").Replace("VERSION", FirmwareVersion.Text),
            ReportBench.TextOf(_text));
    }

    [Fact]
    public void Each_quantity_has_the_unit_and_the_class_that_home_assistant_knows()
    {
        HomeAssistantDiscovery discovery = Of(
            new NodeConfiguration("0123456789ab"),
            new FakeSensor(),
            new FakeSensor { Quantities = [Quantity.RelativeHumidity, (Quantity)Quantities.NumberMax] });
        Assert.Equal(
            [
                ("Temperature", "°C", "temperature"), ("Humidity", "%", "humidity"), ("Pressure", "Pa", "atmospheric_pressure"),
                ("Humidity 2", "%", "humidity"), ("q27", null, null),
            ],
            Enumerable.Range(0, discovery.ChannelCount).Select(index => Written(discovery, index)).Select(config =>
                (Field(config, "name"), Field(config, "unit_of_measurement"), Field(config, "device_class"))));
    }

    [Theory]
    [InlineData(60, 10, 300, 900)]
    [InlineData(60, 2, 300, 360)]
    [InlineData(600, 10, 300, 1_800)]
    [InlineData(Limits.SampleSecondsMax, Limits.SamplesPerBatchMax, Limits.SampleSecondsMax, 3 * Limits.SampleSecondsMax)]
    public void A_value_expires_after_three_batches(int sampleSeconds, int batchSamples, int batchSeconds, int expected)
    {
        NodeConfiguration configuration = new("0123456789ab")
        {
            SampleSeconds = sampleSeconds, BatchSamples = batchSamples, BatchSeconds = batchSeconds,
        };
        Assert.Equal(expected, Written(Of(configuration, new FakeSensor()), 0).GetProperty("expire_after").GetInt32());
    }

    [Fact]
    public void The_latest_value_is_plain_text()
    {
        HomeAssistantDiscovery discovery = Of(new NodeConfiguration("0123456789ab"), new FakeSensor());
        discovery.WriteLatest(0, -305, _text);
        Assert.Equal("-3.05", ReportBench.TextOf(_text));
        discovery.WriteLatest(2, 95_712, _text);
        Assert.Equal("95712", ReportBench.TextOf(_text));
        Assert.Equal("ulm/v1/0123456789ab/latest/press", discovery.LatestTopicAt(2));
    }

    [Fact]
    public void Whatever_is_configured_each_channel_is_described_once_and_without_a_secret() =>
        Gen.Select(ReportBench.Configuration, ReportBench.Sensors).Sample((configuration, sensors) =>
        {
            HomeAssistantDiscovery discovery = Of(configuration, sensors);
            HashSet<string> ids = [];
            for (int index = 0; index < discovery.ChannelCount; index++)
            {
                JsonElement config = Written(discovery, index);
                string id = Field(config, "unique_id")!;
                Assert.True(ids.Add(id));
                Assert.Matches("^[a-zA-Z0-9_-]+$", id);
                Assert.Equal($"homeassistant/sensor/{id}/config", discovery.ConfigTopicAt(index));
                Assert.Equal($"{configuration.Root}/{configuration.NodeId}/status", Field(config, "availability_topic"));
                Assert.StartsWith($"{configuration.Root}/{configuration.NodeId}/latest/", Field(config, "state_topic"));
            }
        }, iter: 1_000, threads: 1);

    private static HomeAssistantDiscovery Of(NodeConfiguration configuration, params ISensor[] sensors) =>
        new(configuration, new Topics(configuration.Root, configuration.NodeId), new ChannelList(sensors));

    private static string? Field(JsonElement config, string name) =>
        config.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

    private JsonElement Written(HomeAssistantDiscovery discovery, int index)
    {
        discovery.WriteConfig(index, _text);
        return ReportBench.Parse(_text);
    }
}
