using System.Text;
using UlmEdge.Decoder;

namespace UlmEdge.Tests.Decoder;

/// <summary>SenML JSON: what the contract allows is taken digit by digit, and nothing else is.</summary>
public sealed class DataMessageTests
{
    [Fact]
    public void Reads_a_plain_pack()
    {
        DataMessage pack = Parse("""
            [{"bn":"ulm/v1/n/","bt":1795291200,"n":"batch","vs":"3.4.10.2"},
             {"n":"temp","u":"Cel","v":21.370},{"n":"press.q","v":3},{"n":"temp","u":"Cel","t":60,"v":21}]
            """);
        Assert.Equal(
            ("n", 3, 4, 10, 2, 0, true),
            (pack.Node, pack.Epoch, pack.Boot, pack.FirstSample, pack.SampleCount, pack.WindowSeconds, pack.IsDated));
        Assert.Equal(
            [(1795291200m, 10, 1), (1795291260m, 11, 1)],
            pack.Rows.Select(row => (row.Seconds, row.FirstSample, row.SampleCount)));
        Assert.Equal([new("temp", "Cel", 21.370m), new("press.q", null, 3m)], pack.Rows[0].Records);
        Assert.Equal("21.370", $"{pack.Rows[0].Values.Single().Value}");
        DataRecord absence = pack.Rows[0].Absences.Single();
        Assert.Equal(("press", AbsenceReasons.NotPresent | AbsenceReasons.NoAnswer), (absence.Channel, absence.Reasons));
        Assert.Equal(new DateTimeOffset(2026, 11, 21, 20, 1, 0, TimeSpan.Zero), pack.TimeOf(pack.Rows[1]));
    }

    [Fact]
    public void Reads_a_summary()
    {
        DataMessage pack = Parse("""
            [{"bn":"ulm/v1/n/","bt":1795291200,"n":"batch","vs":"3.4.10.16"},{"n":"thinned","u":"s","v":600},
             {"n":"samples","u":"count","v":10},{"n":"temp.min","v":1},{"n":"temp.mean","v":2},{"n":"temp.max","v":3},
             {"n":"samples","u":"count","t":600,"v":6},{"n":"temp.q","v":2,"t":600}]
            """);
        Assert.True(pack is { WindowSeconds: 600, IsSummary: true });
        Assert.Equal([(10, 10), (20, 6)], pack.Rows.Select(row => (row.FirstSample, row.SampleCount)));
        Assert.Equal(["temp.min", "temp.mean", "temp.max"], pack.Rows[0].Records.Select(value => value.Name));
    }

    [Fact]
    public void Reads_a_pack_without_a_date()
    {
        DataMessage pack = Parse("""
            [{"bn":"ulm/v1/n/","n":"batch","vs":"3.4.10.2"},{"n":"uptime","u":"s","v":300},
             {"n":"temp","t":-60,"v":1},{"n":"temp","v":2}]
            """, "data-rel/json");
        Assert.False(pack.IsDated);
        Assert.Equal([240m, 300m], pack.Rows.Select(row => row.Seconds));
        Assert.Null(pack.TimeOf(pack.Rows[0]));
    }

    [Fact]
    public void What_a_later_contract_adds_is_left_alone()
    {
        DataMessage pack = Parse("""
            [{"bver":10,"bn":"ulm/v1/n/","bt":1795291200,"n":"batch","vs":"3.4.10.1","extra":[{"deep":[1]}]},
             {"n":"note","vs":"text"},{"n":"temp","u":"Cel","v":21.37,"ut":9,"x":null},{"n":"door","vb":true}]
            """);
        Assert.Equal([new("temp", "Cel", 21.37m)], pack.Rows.Single().Records);
    }

    [Theory]
    [InlineData("", "no JSON")]
    [InlineData("{}", "an array")]
    [InlineData("[]", "identity record")]
    [InlineData("[1,2]", "record 0 is no object")]
    [InlineData("[I]", "at least one record of a sample")]
    [InlineData("""[{"n":"temp","v":1},{"n":"temp","v":2}]""", "base name")]
    [InlineData("""[I,{"n":"temp","v":1}]""", "says 2 samples and has 1")]
    [InlineData("""[I,{"n":"temp","t":9,"v":1},{"n":"temp","t":3,"v":1}]""", "record 2")]
    [InlineData("""[I,{"n":"temp","v":1},{"n":"temp","t":3,"v":"warm"}]""", "'v' of record 2")]
    [InlineData("""[I,{"n":"temp","v":1},{"n":"temp","t":3}]""", "record 2 has no value")]
    [InlineData("""[I,{"n":"temp","v":1},{"n":"temp","t":3,"v":1e99}]""", "'v' of record 2")]
    [InlineData("""[I,{"n":"temp","v":1},{"n":"temp","t":1e27,"v":1}]""", "record 2 has the time")]
    [InlineData("""[I,{"n":"temp","v":1},{"bn":"x","t":3,"v":1}]""", "base field")]
    [InlineData("""[I,{"n":"temp","v":1},{"n":"temp","t":3,"v":1,"must_":1}]""", "must_")]
    [InlineData("""[I,{"n":"temp","v":1},{"n":"temp","t":3,"v":1}]x""", "no JSON")]
    [InlineData("""[{"bn":"ulm/v1/n/","bt":1,"n":"batch","vs":"1.1.0.1","bv":5},{"n":"temp","v":1}]""", "bv")]
    [InlineData("""[{"bn":"ulm/v1/other/","bt":1,"n":"batch","vs":"1.1.0.1"},{"n":"temp","v":1}]""", "not of 'ulm/v1/other/'")]
    [InlineData("""[{"bn":"ulm/v1/n/","bt":1,"n":"batch","vs":"1.1.0"},{"n":"temp","v":1}]""", "'1.1.0' is not")]
    [InlineData("""[{"bn":"ulm/v1/n/","bt":1,"n":"batch","vs":"1.1.-1.1"},{"n":"temp","v":1}]""", "'1.1.-1.1' is not")]
    [InlineData("""[{"bn":"ulm/v1/n/","n":"batch","vs":"1.1.0.1"},{"n":"temp","v":1}]""", "base time or the uptime")]
    [InlineData("""[{"bn":"ulm/v1/n/","bt":1,"n":"batch","vs":"1.1.0.1"},{"n":"uptime","v":5},{"n":"temp","v":1}]""", "base time or the uptime")]
    [InlineData("""[{"bn":"ulm/v1/n/","bt":1,"n":"batch","vs":"1.1.0.1"},{"n":"thinned","v":600},{"n":"temp.min","v":1}]""", "how many samples")]
    [InlineData("""[{"bn":"ulm/v1/n/","bt":1,"n":"batch","vs":"1.1.0.1"},{"n":"thinned","v":600},{"n":"samples","v":0.5}]""", "0.5")]
    [InlineData("""[{"bn":"ulm/v1/n/","n":"batch","vs":"1.1.0.1"},{"n":"uptime","v":5},{"n":"temp","v":1}]""", "without a date")]
    public void Refuses_what_is_none_and_says_where(string text, string where)
    {
        string pack = text.Replace("I", """{"bn":"ulm/v1/n/","bt":1795291200,"n":"batch","vs":"3.417.88231.2"}""");
        Assert.Contains(where, Assert.Throws<DecodeException>(() => Parse(pack)).Message);
    }

    private static DataMessage Parse(string text, string topic = "data/json") =>
        (DataMessage)new MessageDecoder().Decode($"ulm/v1/n/{topic}", Encoding.UTF8.GetBytes(text));
}
