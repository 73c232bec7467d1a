using UlmEdge.App.Boards;
using UlmEdge.Devices.Battery;
using UlmEdge.Ports;

namespace UlmEdge.Tests.Devices;

public class BatteryConversionTests
{
    // 1100 mV × 196602 / 4096, as ESP-IDF's esp_adc_cal has it for 11 dB.
    private const int Slope = 52_798;
    private const int Offset = 142;

    [Theory]
    [InlineData(0, 284)]
    [InlineData(1, 286)]
    [InlineData(2_257, 3_921)]
    [InlineData(4_095, 6_882)]
    public void Millivolts_are_twice_the_line_of_the_platform(int code, int expected) =>
        Assert.Equal(expected, BatteryConversion.Millivolts(code, Slope, Offset));

    [Fact]
    public void Every_code_is_within_half_a_millivolt_of_the_line()
    {
        for (int code = 0; code <= BatteryConversion.CodeMax; code++)
        {
            double exact = 2 * ((code * (196_602.0 / 65_536) * 1_100 / 4_096) + 142);
            Assert.InRange(BatteryConversion.Millivolts(code, Slope, Offset), exact - 0.55, exact + 0.55);
        }
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(0, 0, 2_257)]
    [InlineData(4_095, 4_095, 4_095)]
    [InlineData(2_257, 4_095, 4_095)]
    public void A_median_at_the_converters_end_is_no_voltage(int least, int median, int greatest) =>
        Assert.Equal(Reading.Missing(Absence.OutOfRange), BatteryConversion.Voltage([least, median, greatest], Slope, Offset));

    [Theory]
    [InlineData(0, 2_257)]
    [InlineData(2_257, 4_095)]
    public void A_single_conversion_at_its_end_speaks_against_the_others(int least, int greatest) =>
        Assert.Equal(Reading.Doubtful(3_921, Quality.Signature), BatteryConversion.Voltage([least, 2_257, greatest], Slope, Offset));

    [Fact]
    public void The_boards_lines_are_those_of_the_platforms_documentation()
    {
        BoardFacts esp32 = BoardCatalog.ByName("esp32-devkit");
        Assert.Equal((Slope, Offset), (esp32.AnalogSlope, esp32.AnalogOffsetMillivolts));
        Assert.Equal(2 * 3_100, AtTheEnd("esp32-s3-devkit"));
        Assert.Equal(2 * 2_500, AtTheEnd("esp32-c3-devkit"));
    }

    private static int AtTheEnd(string board)
    {
        BoardFacts facts = BoardCatalog.ByName(board);
        return BatteryConversion.Millivolts(BatteryConversion.CodeMax, facts.AnalogSlope, facts.AnalogOffsetMillivolts);
    }
}
