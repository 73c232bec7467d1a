using CsCheck;
using UlmEdge.Simulator.Provisioning;

namespace UlmEdge.Tests.Provisioning;

/// <summary>Fleet files: every fault by row and field, and no file that is half believed.</summary>
public class FleetFileTests
{
    private const string Header = "id,place,latitude,longitude,board,port,sensors,broker,credentials\n";
    private const string Row = "donau-07,Donauufer,48.39,9.99,esp32-devkit,/dev/ttyUSB0,bme280,mqtts://broker.example,city\n";

    private const int Count = 500_000;

    [Fact]
    public void A_row_is_a_node()
    {
        FleetNode node = Read(Header + Row, out string[] faults).Single();
        Assert.Empty(faults);
        Assert.Equal(("donau-07", "Donauufer", 48.39, 9.99), (node.Id, node.Place, node.Latitude, node.Longitude));
        Assert.Equal(new FleetBroker("broker.example", 8883, true), node.Brokers.Single());
        Assert.Equal((60, 300, "json"), (node.SampleSeconds, node.BatchSeconds, node.Payload));
    }

    [Fact]
    public void A_German_spreadsheet_is_read_as_it_is_saved()
    {
        string german = "\uFEFF" + (Header + Row).Replace(',', ';').Replace("48.39", "48,39").Replace("9.99", "9,99").Replace("\n", "\r\n");
        FleetNode node = Read(german.TrimStart('\uFEFF'), out string[] faults).Single();
        Assert.Empty(faults);
        Assert.Equal((48.39, 9.99), (node.Latitude, node.Longitude));
    }

    [Fact]
    public void A_sensor_that_is_not_known_is_answered_with_those_that_are() => A_wrong_cell_is_one_sentence(
        "bme280",
        "bme281",
        $"row 2, sensors is 'bme281'; it must be one to 8 of {string.Join(", ", App.SensorCatalog.All())}, with spaces between");

    [Theory]
    [InlineData("donau-07", "Donau_07", "row 2, id is 'Donau_07'; it must be 1 to 32 of a-z, 0-9 and hyphen, and not backend or reader")]
    [InlineData("donau-07", "reader", "row 2, id is 'reader'; it must be 1 to 32 of a-z, 0-9 and hyphen, and not backend or reader")]
    [InlineData("48.39", "148", "row 2, latitude is '148'; it must be degrees from -90 to 90, like 48.3984")]
    [InlineData("esp32-devkit", "esp8266", "row 2, board is 'esp8266'; it must be one of esp32-devkit, esp32-devkit-psram, esp32-s3-devkit, esp32-c3-devkit")]
    [InlineData("/dev/ttyUSB0", "$(reboot)", "row 2, port is '$(reboot)'; it must be a serial port like /dev/ttyUSB0 or COM3")]
    [InlineData("mqtts://broker.example", "broker.example", "row 2, broker is 'broker.example'; it must be one to 3 of mqtts://host, mqtts://host:port or mqtt://host, with spaces between")]
    [InlineData("mqtts://broker.example", "mqtts://u:p@b", "row 2, broker is 'mqtts://u:p@b'; it must be one to 3 of mqtts://host, mqtts://host:port or mqtt://host, with spaces between")]
    [InlineData("city", "", "row 2, credentials is ''; it must be a name in the secrets file, 1 to 32 of a-z, 0-9 and hyphen")]
    public void A_wrong_cell_is_one_sentence(string right, string wrong, string sentence)
    {
        Read(Header + Row.Replace(right, wrong), out string[] faults);
        Assert.Equal([sentence], faults);
    }

    [Fact]
    public void All_wrong_rows_are_named_at_once()
    {
        Read(Header + Row + Row + Row.Replace("donau-07", "x").Replace("bme280", ""), out string[] faults);
        Assert.Equal(2, faults.Length);
        Assert.Equal("row 3, id is 'donau-07'; row 2 has it already; each node needs one of its own", faults[0]);
        Assert.StartsWith("row 4, sensors is ''", faults[1]);
    }

    [Theory]
    [InlineData("", "the")]
    [InlineData("place\n", "the top row: it lacks the column id")]
    [InlineData("id,colour\n", "a column is 'colour'; known are id, place")]
    [InlineData("id,id,place,latitude,longitude,board,port,sensors,broker,credentials\n", "the top row is 'id'; each column can be there once")]
    [InlineData(Header, "the file: it has no nodes; a row below the names of the columns is one")]
    public void A_wrong_file_is_told(string text, string begin)
    {
        Read(text, out string[] faults);
        Assert.Contains(faults, fault => fault.StartsWith(begin, StringComparison.Ordinal));
    }

    [Fact]
    public void Half_a_million_damaged_files_are_refused_or_sound()
    {
        string whole = Header + Row + Row.Replace("donau-07", "blau-03").Replace("Donauufer", "\"Blau, \"\"Brücke\"\"\"");
        int sound = 0;
        Gen.Select(Gen.Int[1, 5], Gen.Int).Sample(
            (changes, seed) =>
            {
                Random chance = new(seed);
                string text = whole;
                for (int i = 0; i < changes; i++)
                {
                    text = Mutated(text, chance);
                }

                IReadOnlyList<FleetNode> nodes = Read(text, out string[] faults);
                if (faults.Length > 0)
                {
                    return;
                }

                Interlocked.Increment(ref sound);
                Assert.Equal(nodes.Count, nodes.Select(node => node.Id).Distinct().Count());
                Assert.All(nodes, node => Assert.Matches("^[a-z0-9-]{1,32}$", node.Id));
                Assert.All(nodes, node => Assert.Matches("^[A-Za-z0-9/._-]{1,64}$", node.Port));
                Assert.All(nodes, node => Assert.InRange(node.Brokers.Count, 1, 3));
            },
            iter: Count);
        Assert.InRange(sound, Count / 50, Count);
    }

    private static IReadOnlyList<FleetNode> Read(string text, out string[] faults)
    {
        List<FleetFault> found = [];
        IReadOnlyList<FleetNode> nodes = FleetFile.Read(text, found);
        faults = [.. found.Select(fault => fault.ToString())];
        return nodes;
    }

    private static string Mutated(string text, Random chance)
    {
        if (text.Length == 0)
        {
            return text;
        }

        int at = chance.Next(text.Length);
        return chance.Next(5) switch
        {
            0 => text[..at] + (char)chance.Next(0x250) + text[(at + 1)..],
            1 => text[..at],
            2 => text[..at] + ",;\"\n \t'$"[chance.Next(8)] + text[at..],
            3 => text[..at] + text[(at + 1)..],
            _ => text[..at] + text[chance.Next(text.Length)..],
        };
    }
}
