using UlmEdge.App;
using UlmEdge.App.Boards;
using UlmEdge.Core.Configuration;
using UlmEdge.Core.Readings;
using UlmEdge.Ports;

namespace UlmEdge.Tests.Simulation;

/// <summary>Which sensors a board gets, and what it says of those it cannot have.</summary>
public sealed class SensorCatalogTests
{
    private readonly FakeBoard _board = new();
    private readonly Complaints _complaints = new();

    [Theory]
    [InlineData("esp32-devkit")]
    [InlineData("esp32-s3-devkit")]
    public void Every_name_makes_a_sensor(string board)
    {
        foreach (string name in SensorCatalog.All())
        {
            Assert.Equal(name.Split('@')[0].Replace("pms7003", "pms5003"), Assert.Single(Create(board, name)).Name);
        }

        Assert.Equal(0, _complaints.Count);
    }

    [Theory]
    [InlineData("esp32-devkit", "bme281", "sensors has \"bme281\"; known are ")]
    [InlineData("esp32-devkit", "sds011 pms5003", "sensors: pms5003 needs the serial port, which another one has; it is left out")]
    [InlineData("esp32-devkit", "ds18b20 ds18b20", "sensors: ds18b20 needs a 1-Wire port, which another one has; it is left out")]
    [InlineData("esp32-devkit", "rain rain", "sensors: rain needs a pulse counter, which another one has; it is left out")]
    [InlineData("esp32-devkit", "battery battery", "sensors: battery needs a converter's pin, which another one has; it is left out")]
    [InlineData("esp32-c3-devkit", "ds18b20", "sensors: ds18b20 needs a 1-Wire port, which esp32-c3-devkit does not have; it is left out")]
    [InlineData("esp32-c3-devkit", "bme280 rain", "sensors: rain needs a pulse counter, which esp32-c3-devkit does not have; it is left out")]
    [InlineData("esp32-c3-devkit", "bme280 wind", "sensors: wind needs a pulse counter, which esp32-c3-devkit does not have; it is left out")]
    [InlineData("esp32-devkit", "bme280 bmp280 sht4x sht4x@45 ds18b20", "sensors: ds18b20 is one too many; it is left out")]
    [InlineData("esp32-devkit", "sen55 bme280 scd4x dnms", "sensors: dnms is one too many; it is left out")]
    public void What_has_no_place_is_left_out_with_a_sentence(string board, string names, string sentence)
    {
        string[] asked = names.Split(' ');
        Assert.Equal(asked.Length - 1, Create(board, asked).Length);
        Assert.Equal(1, _complaints.Count);
        Assert.StartsWith(sentence, _complaints.SentenceAt(0));
    }

    [Fact]
    public void No_configuration_gives_one_channel_a_name_of_another()
    {
        Random chance = new(4711);
        string[] all = SensorCatalog.All();
        for (int i = 0; i < 2_000; i++)
        {
            ISensor[] sensors = Create("esp32-devkit", [.. Enumerable.Range(0, 8).Select(_ => all[chance.Next(all.Length)])]);
            ChannelList list = new(sensors);
            int[] channels = [.. Enumerable.Range(0, list.Count).Select(list.At)];
            Assert.Equal(channels.Distinct(), channels);
            Assert.DoesNotContain(channels, Channel.IsRaw);
        }
    }

    private ISensor[] Create(string board, params string[] names)
    {
        _board.Enter();
        return SensorCatalog.Create(names, BoardCatalog.ByName(board), _complaints, out _);
    }
}
