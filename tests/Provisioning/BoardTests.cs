using UlmEdge.App.Boards;
using UlmEdge.Simulator.Provisioning;
using UlmEdge.Tests.NanoSurface;

namespace UlmEdge.Tests.Provisioning;

/// <summary>A board of a fleet file is one of the firmware's, gets the platform's build for it, and recognises itself by that.</summary>
public sealed class BoardTests
{
    public static TheoryData<string> Names => [.. BoardCatalog.Names.Split(", ")];

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_known_by_name_by_its_build_and_in_every_guide(string name)
    {
        Assert.Equal(name, BoardCatalog.ByName(name)?.Name);
        Assert.Equal(name, BoardCatalog.ByTarget(Scripts.TargetOf(name)).Name);
        Assert.All(
            (string[])["firmware/README.md", "firmware/TECHNICIAN.md", "firmware/TECHNICIAN.de.md"],
            guide => Assert.Contains(
                $"`{name}`",
                File.ReadLines(Checkout.PathOf(guide)).Single(line => line.StartsWith("| `board` |", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("esp32-devkit", "ESP32_REV3")]
    [InlineData("esp32-devkit-psram", "ESP32_PSRAM_REV3")]
    [InlineData("esp32-s3-devkit", "ESP32_S3_OCTAL")]
    [InlineData("esp32-c3-devkit", "ESP32_C3")]
    public void Is_flashed_with_the_build_for_its_module(string name, string target) => Assert.Equal(target, Scripts.TargetOf(name));

    [Theory]
    [InlineData("ESP32_PSRAM_REV0", "esp32-devkit-psram")]
    [InlineData("ESP32_REV0", "esp32-devkit")]
    [InlineData("M5Core2", "esp32-devkit")]
    [InlineData(null, "esp32-devkit")]
    public void Other_builds_mean_the_board_that_comes_nearest(string? target, string name) =>
        Assert.Equal(name, BoardCatalog.ByTarget(target).Name);

    [Fact]
    public void Nothing_is_wired_to_what_the_PSRAM_of_a_WROVER_has()
    {
        BoardFacts board = BoardCatalog.ByName("esp32-devkit-psram")!;
        int[] pins =
        [
            board.I2cDataPin, board.I2cClockPin, board.SerialReceivePin, board.SerialTransmitPin, board.OneWireReceivePin,
            board.OneWireTransmitPin, board.LedPin,
        ];
        Assert.Empty(pins.Intersect([16, 17]));
    }
}
