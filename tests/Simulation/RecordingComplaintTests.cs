using UlmEdge.Simulator.Weather;
using Xunit;

namespace UlmEdge.Tests.Simulation;

/// <summary>A recording that cannot be used says in one sentence where it is wrong and what would be right.</summary>
public sealed class RecordingComplaintTests
{
    private const string Station = "timestamp,temperature (*C),humidity (%),pressure (hPa)\n";
    private const string Dwd = "STATIONS_ID;MESS_DATUM;  QN;PP_10;TT_10;TM5_10;RF_10;TD_10;eor\n";
    private const string Community = "sensor_id;sensor_type;location;lat;lon;timestamp;temperature;humidity\n";

    [Theory]
    [InlineData(
        Station + "1600000000,20,50,1000\n1600000600,abc,50,1000",
        "weather.csv, line 3: field \"temperature (*C)\" is \"abc\", expected a number of degrees Celsius")]
    [InlineData(
        Station + "1600000000,20,50%,1000",
        "weather.csv, line 2: field \"humidity (%)\" is \"50%\", expected a number of per cent")]
    [InlineData(
        Station + "1600000000,20,50,NaN",
        "weather.csv, line 2: field \"pressure (hPa)\" is \"NaN\", expected a number of hectopascals")]
    [InlineData(
        Station + "1600000000000,20,50,1000",
        "weather.csv, line 2: field \"timestamp\" is \"1600000000000\", expected a time in Unix seconds")]
    [InlineData(
        Station + "1600000000,20,50",
        "weather.csv, line 2: has 3 fields, expected 4 as in the header")]
    [InlineData(
        Station + "1600000000,20,50,1000\n\n1599999999,20,50,1000",
        "weather.csv, line 4: field \"timestamp\" is \"1599999999\", "
        + "expected a time not before the previous row's, 2020-09-13 12:26:40 UTC")]
    [InlineData(
        Dwd + "4887;202613010000;3;950.2;-1.4;-2.1;89.5;-2.9;eor",
        "weather.csv, line 2: field \"MESS_DATUM\" is \"202613010000\", expected a UTC time such as 202603010010")]
    [InlineData(
        Dwd + "4887;202603010000;3;950,2;-1.4;-2.1;89.5;-2.9;eor",
        "weather.csv, line 2: field \"PP_10\" is \"950,2\", expected a number of hectopascals")]
    [InlineData(
        Community + "8;DHT22;5;1.0;2.0;2026-03-01 00:01;14.3;52.8",
        "weather.csv, line 2: field \"timestamp\" is \"2026-03-01 00:01\", "
        + "expected a UTC time such as 2026-03-01T00:10:00")]
    public void A_bad_line_is_named_with_its_field_and_text(string text, string message) =>
        AssertComplaint(message, text);

    [Fact]
    public void Two_sensors_in_one_file_are_not_one_recording() => AssertComplaint(
        "weather.csv, line 3: field \"sensor_id\" is \"9\", expected 8 as in the first row: one recording, one station",
        Community + "8;DHT22;5;1.0;2.0;2026-03-01T00:01:00;14.3;52.8\n9;DHT22;5;1.0;2.0;2026-03-01T00:02:00;14.3;52.8");

    [Theory]
    [InlineData("", "weather.csv: is empty, expected a header and rows")]
    [InlineData(Station, "weather.csv: has no rows after its header, expected at least 2")]
    [InlineData(
        Station + "1600000000,20,50,1000",
        "weather.csv: has only one row, expected at least 2 to see how often it was recorded")]
    [InlineData(
        "time;value\n1;2",
        "weather.csv, line 1: the header is \"time;value\", expected that of a "
        + "weather station CSV, DWD ten-minute values, sensor.community archive")]
    [InlineData(
        "sensor_id;timestamp;P1;P2\n",
        "weather.csv, line 1: the header is \"sensor_id;timestamp;P1;P2\", "
        + "expected at least one of temperature, humidity, pressure")]
    public void A_file_that_is_no_recording_is_refused(string text, string message) => AssertComplaint(message, text);

    [Fact]
    public void A_missing_file_is_named()
    {
        var path = Path.Combine(Path.GetTempPath(), "ulmedge-no-such-file.csv");
        var exception = Assert.Throws<RecordingException>(() => Recording.Load(path));

        Assert.Equal($"{path}: there is no such file", exception.Message);
    }

    [Fact]
    public void A_binary_file_does_not_flood_the_terminal()
    {
        string binary = "\u0000\u001b[2J" + new string('x', 5_000);
        var exception = Assert.Throws<RecordingException>(() => Recording.Load("weather.csv", new StringReader(binary)));

        Assert.StartsWith("weather.csv, line 1: the header is \"??[2Jxxx", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(exception.Message, char.IsControl);
        Assert.InRange(exception.Message.Length, 1, 250);
    }

    [Fact]
    public void A_folder_is_not_a_recording()
    {
        var exception = Assert.Throws<RecordingException>(() => Recording.Load(Path.GetTempPath()));

        Assert.StartsWith($"{Path.GetTempPath()}: cannot be read", exception.Message, StringComparison.Ordinal);
    }

    private static void AssertComplaint(string message, string text)
    {
        var exception = Assert.Throws<RecordingException>(() => Recording.Load("weather.csv", new StringReader(text)));
        Assert.Equal(message, exception.Message);
    }
}
