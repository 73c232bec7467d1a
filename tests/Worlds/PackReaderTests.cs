using System.Buffers;
using System.Text;
using UlmEdge.Simulator.Network;

namespace UlmEdge.Tests.Worlds;

/// <summary>The contract's reader takes what the contract allows, and nothing else.</summary>
public sealed class PackReaderTests
{
    [Fact]
    public void Reads_a_plain_pack()
    {
        ReceivedPack pack = Parse("""
            [{"bn":"r/n/","bt":1795291200,"n":"batch","vs":"3.4.10.2"},
             {"n":"temp","u":"Cel","v":21.37},{"n":"press.q","v":1},{"n":"temp","u":"Cel","t":60,"v":21}]
            """);
        Assert.Equal(
            (3, 4, 10, 2, 0, true),
            (pack.Epoch, pack.Boot, pack.FirstSample, pack.SampleCount, pack.ThinnedSeconds, pack.IsDated));
        Assert.Equal(
            [(1795291200m, 10, 1), (1795291260m, 11, 1)],
            pack.Rows.Select(row => (row.Seconds, row.FirstSample, row.SampleCount)));
        Assert.Equal([("temp", 21.37m), ("press.q", 1m)], pack.Rows[0].Values.Select(value => (value.Name, value.Value)));
    }

    [Fact]
    public void Reads_a_summary()
    {
        ReceivedPack pack = Parse("""
            [{"bn":"r/n/","bt":1795291200,"n":"batch","vs":"3.4.10.16"},{"n":"thinned","u":"s","v":600},
             {"n":"samples","u":"count","v":10},{"n":"temp.min","v":1},{"n":"temp.mean","v":2},{"n":"temp.max","v":3},
             {"n":"samples","u":"count","t":600,"v":6},{"n":"temp.q","v":2,"t":600}]
            """);
        Assert.Equal(600, pack.ThinnedSeconds);
        Assert.Equal([(10, 10), (20, 6)], pack.Rows.Select(row => (row.FirstSample, row.SampleCount)));
        Assert.Equal(["temp.min", "temp.mean", "temp.max"], pack.Rows[0].Values.Select(value => value.Name));
    }

    [Fact]
    public void Reads_a_pack_without_a_date()
    {
        ReceivedPack pack = Parse("""
            [{"bn":"r/n/","n":"batch","vs":"3.4.10.2"},{"n":"uptime","u":"s","v":300},{"n":"temp","t":-60,"v":1},{"n":"temp","v":2}]
            """);
        Assert.False(pack.IsDated);
        Assert.Equal([240m, 300m], pack.Rows.Select(row => row.Seconds));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("[1,2]")]
    [InlineData("""[{"bn":"r/other/","bt":1,"n":"batch","vs":"1.1.0.1"},{"n":"temp","v":1}]""")]
    [InlineData("""[{"bn":"r/n/","bt":1,"n":"batch","vs":"1.1.0"},{"n":"temp","v":1}]""")]
    [InlineData("""[{"bn":"r/n/","bt":1,"n":"batch","vs":"1.1.0.2"},{"n":"temp","v":1}]""")]
    [InlineData("""[{"bn":"r/n/","n":"batch","vs":"1.1.0.1"},{"n":"temp","v":1}]""")]
    [InlineData("""[{"bn":"r/n/","bt":1,"n":"batch","vs":"1.1.0.1"},{"n":"uptime","v":5},{"n":"temp","v":1}]""")]
    [InlineData("""[{"bn":"r/n/","bt":1,"n":"batch","vs":"1.1.0.2"},{"n":"temp","t":60,"v":1},{"n":"temp","v":1}]""")]
    public void Refuses_what_is_none(string text) => Assert.Throws<FormatException>(() => Parse(text));

    private static ReceivedPack Parse(string text) =>
        PackReader.Parse("r", "n", new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(text)));
}
