using UlmEdge.App;
using UlmEdge.App.Boards;
using UlmEdge.Core.Configuration;
using UlmEdge.Ports;

namespace UlmEdge.Tests.Simulation;

/// <summary>Which sensors a board gets, and what it says of those it cannot have.</summary>
public class SensorCatalogTests
{
    private readonly FakeBoard _board = new();

    [Theory]
    [InlineData("esp32-devkit")]
    [InlineData("esp32-s3-devkit")]
    public void Every_name_makes_a_sensor(string board)
    {
        _board.Enter();
        foreach (string name in SensorCatalog.All())
        {
            Assert.Empty(Complaints(board, out ISensor[] sensors, name));
            Assert.Equal(name.Split('@')[0].Replace("pms7003", "pms5003"), Assert.Single(sensors).Name);
        }
    }

    [Theory]
    [InlineData("rain", "sensors: rain needs a pulse counter, which esp32-c3-devkit does not have; it is left out")]
    [InlineData("wind", "sensors: wind needs a pulse counter, which esp32-c3-devkit does not have; it is left out")]
    public void A_board_without_a_pulse_counter_says_so_in_a_sentence(string name, string sentence)
    {
        _board.Enter();
        Assert.Equal([sentence], Complaints("esp32-c3-devkit", out ISensor[] sensors, "bme280", name));
        Assert.Equal("bme280", Assert.Single(sensors).Name);
    }

    [Theory]
    [InlineData("rain", "sensors: rain needs a pulse counter, which another one has; it is left out")]
    [InlineData("battery", "sensors: battery needs a converter's pin, which another one has; it is left out")]
    public void Two_of_one_pin_are_one_too_many(string name, string sentence)
    {
        _board.Enter();
        Assert.Equal([sentence], Complaints("esp32-devkit", out ISensor[] sensors, name, name));
        Assert.Single(sensors);
    }

    private static string[] Complaints(string board, out ISensor[] sensors, params string[] names)
    {
        var complaints = new Complaints();
        sensors = SensorCatalog.Create(names, BoardCatalog.ByName(board), complaints);
        return [.. Enumerable.Range(0, complaints.KeptCount).Select(complaints.SentenceAt)];
    }
}
