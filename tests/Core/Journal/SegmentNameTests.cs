using UlmEdge.Core.Journal;

namespace UlmEdge.Tests.Core.Journals;

public class SegmentNameTests
{
    [Theory]
    [InlineData(1, 0, "j0000001.0")]
    [InlineData(12, 3, "j0000012.3")]
    [InlineData(9_999_999, 2, "j9999999.2")]
    public void A_name_tells_number_and_level(int number, int level, string name)
    {
        Assert.Equal(name, SegmentName.Of(number, level));
        Assert.True(SegmentName.TryParse(name, out int parsedNumber, out int parsedLevel));
        Assert.Equal((number, level), (parsedNumber, parsedLevel));
    }

    [Theory]
    [InlineData("ulmedge.json")]
    [InlineData("cursor.0")]
    [InlineData("j0000001.4")]
    [InlineData("j0000001./")]
    [InlineData("j000001.00")]
    [InlineData("j00000:1.0")]
    [InlineData("j00000 1.0")]
    [InlineData("k0000001.0")]
    [InlineData("j0000001.00")]
    [InlineData("j.0")]
    public void Other_files_are_left_alone(string name) => Assert.False(SegmentName.TryParse(name, out _, out _));
}
