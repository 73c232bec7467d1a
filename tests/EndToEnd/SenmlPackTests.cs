using System.Buffers;
using System.Text;
using UlmEdge.Simulator.Network;

namespace UlmEdge.Tests.EndToEnd;

/// <summary>The subscriber's own reading of the contract.</summary>
public sealed class SenmlPackTests
{
    private const string Identity = """{"bn":"ulm/v1/donau-07/","bt":1795291200,"n":"batch","vs":"3.417.88231.2"}""";

    [Fact]
    public void A_pack_is_read_row_by_row()
    {
        IReadOnlyList<ReceivedSample> samples = Parse(
            "[" + Identity + """
            ,{"n":"temp","u":"Cel","v":21.37},{"n":"rh.q","v":1},{"n":"temp","u":"Cel","t":61,"v":21.36}]
            """);
        Assert.Equal([88231, 88232], samples.Select(sample => sample.Number));
        Assert.Equal([1795291200m, 1795291261m], samples.Select(sample => sample.UnixSeconds));
        Assert.All(samples, sample => Assert.Equal(("donau-07", 3), (sample.Node, sample.Epoch)));
        Assert.Equal([new("temp", "Cel", 21.37m), new("rh.q", null, 1m)], samples[0].Values);
        Assert.Equal([new("temp", "Cel", 21.36m)], samples[1].Values);
    }

    [Fact]
    public void Without_a_base_time_it_is_read_by_the_uptime_of_its_last_row()
    {
        IReadOnlyList<ReceivedSample> samples = Parse("""
            [{"bn":"ulm/v1/donau-07/","n":"batch","vs":"3.417.10.2"},{"n":"uptime","u":"s","v":500},
            {"n":"temp","u":"Cel","t":-60,"v":21},{"n":"temp","u":"Cel","v":22}]
            """);
        Assert.Equal([440m, 500m], samples.Select(sample => sample.UnixSeconds));
        Assert.All(samples, sample => Assert.True(sample is { IsRelative: true, Boot: 417 }));
    }

    [Fact]
    public void A_row_of_a_summary_stands_for_as_many_samples_as_it_says()
    {
        IReadOnlyList<ReceivedSample> samples = Parse("""
            [{"bn":"ulm/v1/donau-07/","bt":1795291200,"n":"batch","vs":"3.417.10.15"},{"n":"thinned","u":"s","v":600},
            {"n":"samples","u":"count","v":10},{"n":"temp.min","u":"Cel","v":21},
            {"n":"samples","u":"count","t":600,"v":5},{"n":"temp.min","u":"Cel","t":600,"v":22}]
            """);
        Assert.Equal([(10, 10), (20, 5)], samples.Select(sample => (sample.Number, sample.Count)));
        Assert.All(samples, sample => Assert.True(sample.IsSummary));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("[1,2]")]
    [InlineData("[" + Identity + "]")]
    [InlineData("""[{"n":"temp","v":1},{"n":"temp","v":2}]""")]
    [InlineData("[" + Identity + """,{"n":"temp","v":1}]""")] // two samples promised, one time given
    [InlineData("[" + Identity + """,{"n":"temp","t":9,"v":1},{"n":"temp","t":3,"v":1}]""")] // backwards
    [InlineData("[" + Identity + """,{"n":"temp","v":1},{"n":"temp","t":3,"v":"warm"}]""")]
    [InlineData("[" + Identity + """,{"n":"temp","v":1},{"n":"temp","t":3}]""")]
    [InlineData("""[{"bn":"ulm/v1/other/","bt":1,"n":"batch","vs":"1.1.0.1"},{"n":"temp","v":1}]""")]
    [InlineData("""[{"bn":"ulm/v1/donau-07/","bt":1,"n":"batch","vs":"1.1.0"},{"n":"temp","v":1}]""")]
    [InlineData("""[{"bn":"ulm/v1/donau-07/","bt":1,"n":"batch","vs":"1.1.-1.1"},{"n":"temp","v":1}]""")]
    public void What_breaks_the_contract_is_refused(string pack)
    {
        Assert.Throws<FormatException>(() => Parse(pack));
    }

    private static IReadOnlyList<ReceivedSample> Parse(string pack) =>
        SenmlPack.Parse("ulm/v1", "donau-07", new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(pack)));
}
