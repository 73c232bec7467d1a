using System.Text.Json;
using UlmEdge.Core;
using UlmEdge.Core.Configuration;

namespace UlmEdge.Tests.Core;

/// <summary>A calibration from the configuration to the wire.</summary>
public class CalibratedNodeTests
{
    [Fact]
    public void The_corrected_value_is_sent_the_raw_one_beside_it_and_humidity_follows()
    {
        FakeWorld world = new();
        world.Configuration.HomeAssistant = true;
        world.Configuration.Calibrations =
            [new() { Channel = "temp", OffsetThousandths = -2_000, Date = "2026-11-20", By = "TH Ulm" }];
        Node node = world.NewNode();
        world.Run(node, 400_000);
        JsonElement[] pack = [.. JsonDocument.Parse(world.Broker.Data.First()).RootElement.EnumerateArray().Skip(1)];
        string[] names = [.. pack.Select(record => record.GetProperty("n").GetString()!)];
        Assert.Equal(["temp", "rh", "press", "temp.raw", "rh.raw"], names[..5]);
        double[] values = [.. pack.Select(record => record.GetProperty("v").GetDouble())];
        Assert.Equal((19.37, 95_712, 21.37, 56.2), (values[0], values[2], values[3], values[4]));
        Assert.InRange(values[1], 63.4, 63.8); // 56.2 % × 25.4 hPa / 22.5 hPa.
        Assert.Equal(5, node.ChannelCount);
        Assert.DoesNotContain(world.Broker.Messages, message => message.Topic.StartsWith("homeassistant/", StringComparison.Ordinal)
            && message.Topic.Contains(".raw"));
    }

    [Fact]
    public void A_sensor_with_an_interval_of_its_own_is_seldom_in_a_batch()
    {
        FakeWorld world = new();
        world.Configuration.Intervals = [new() { Sensor = "bme280", Seconds = 300 }];
        Node node = world.NewNode();
        world.Run(node, 3_600_000);
        Assert.InRange(node.Counters.SamplesTaken, 12, 13);
        Assert.InRange(world.Sensor.Begun[^1] - world.Sensor.Begun[^2], 299_000, 301_000);
    }
}
