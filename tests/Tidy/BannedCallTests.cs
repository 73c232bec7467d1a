using System.Text.RegularExpressions;

namespace UlmEdge.Tests.Tidy;

/// <summary>Calls that would break a promise of the design, and where they may stand nevertheless.</summary>
public class BannedCallTests
{
    [Theory]
    [InlineData("firmware/Core", @"\b(DateTime|Environment|Thread|Random|Console|Debug)\.", "", "time, chance and text come through ports")]
    [InlineData("firmware/Core", @"\bcatch\b", "", "the core has nothing to catch; failures are values")]
    [InlineData("firmware", @"Thread\.Sleep", "firmware/App/Program.cs", "only the loop sleeps")]
    [InlineData("firmware", @"\bConnectDhcp\b", "", "Wi-Fi is provisioned")]
    [InlineData("firmware", @"\bRebootDevice\b", "firmware/Edge/BoardPower.cs", "whether to restart is decided in one place, and never for a broker")]
    [InlineData("devices", @"Thread\.Sleep", "devices/Samples/SensorPrinter.cs", "a binding says when to come again")]
    [InlineData("devices", @"\.Read\(\)", "devices/Pulses/PulseInput.cs", "the driver's Read sleeps and lies; the pulse counter's does neither")]
    [InlineData("devices", @"new I2cConnectionSettings\((?!.*StandardMode)|FastMode", "", "the device opened last sets the clock of the bus; SPS30 and SEN5x bear 100 kHz")]
    [InlineData("simulator", @"\bDateTime(Offset)?\.Now\b", "", "local time is nobody's time")]
    [InlineData("simulator/Chips", @"\b(Stopwatch|DateTime|Random\.Shared|new Random)\b", "", "a chip's time is an argument, its chance a seed")]
    [InlineData("simulator/Weather", @"\b(Stopwatch|DateTime\.UtcNow|Random\.Shared|new Random)\b", "", "weather is a function of seed, place and time")]
    [InlineData("tests", @"Random\.Shared|new Random\(\)", "tests/Tidy/BannedCallTests.cs", "a test's chance has a seed")]
    public void Stands_nowhere(string folder, string pattern, string except, string why)
    {
        var offences =
            from path in Sources.Below(folder)
            where path != except && !path.StartsWith("devices/Bmxx80/tests/", StringComparison.Ordinal)
            from line in Sources.Lines(path).Index()
            where Regex.IsMatch(WithoutComment(line.Item), pattern)
            select $"{path}({line.Index + 1}): {line.Item.Trim()}";
        Assert.True(!offences.Any(), $"{why}:\n{string.Join('\n', offences)}");
    }

    private static string WithoutComment(string line) =>
        line.IndexOf("//", StringComparison.Ordinal) is >= 0 and var at ? line[..at] : line;
}
